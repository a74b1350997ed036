using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Workbook.Documents;
using Workbook.Jupyter.Messages;
using Workbook.Sessions;

namespace Workbook.Jupyter;

/// <summary>What a kernel tells of itself.</summary>
internal static class KernelInfo
{
    /// <summary>The language's name in kernel specifications.</summary>
    public const string Language = "C#";

    private static string LanguageVersion => CellDialect.Version.ToDisplayString();

    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageCodec.ProtocolVersion,
        ["implementation"] = "workbook",
        ["implementation_version"] = Version,
        ["banner"] = $"C# {LanguageVersion} on .NET {Environment.Version}, in the workbook's kernel {Version}",
        ["language_info"] = new JsonObject
        {
            ["name"] = KernelNames.CSharp, // VS Code's own name, which it would else note in every cell that it saves.
            ["version"] = LanguageVersion,
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["help_links"] = new JsonArray(
            Link("C# language reference", "https://learn.microsoft.com/dotnet/csharp/language-reference/"),
            Link(".NET API browser", "https://learn.microsoft.com/dotnet/api/")),
    };

    private static string Version => Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    private static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
