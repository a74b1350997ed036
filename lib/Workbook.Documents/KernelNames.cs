namespace Workbook.Documents;

/// <summary>The names by which .NET Interactive's documents call the languages of cells.</summary>
internal static class KernelNames
{
    public const string CSharp = "csharp";
    public const string Markdown = "markdown";
    public const string Raw = "raw";

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["c#"] = CSharp,
        ["C#"] = CSharp,
        ["md"] = Markdown,
        ["f#"] = "fsharp",
        ["F#"] = "fsharp",
        ["powershell"] = "pwsh",
        ["js"] = "javascript",
    };

    private static readonly HashSet<string> Known =
        [CSharp, Markdown, Raw, "fsharp", "pwsh", "html", "javascript", "mermaid", "sql", "kql", "http", "value"];

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>What the languages are called in prose, where that is not their name.</summary>
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        [CSharp] = "C#",
        ["fsharp"] = "F#",
        ["pwsh"] = "PowerShell",
        ["javascript"] = "JavaScript",
        ["python"] = "Python",
        ["sql"] = "SQL",
        ["kql"] = "KQL",
        ["http"] = "HTTP",
    };

    /// <summary>What to call a language in prose.</summary>
    public static string Title(string name) => Titles.GetValueOrDefault(Find(name) ?? name, name);

    /// <summary>The name for a name or an alias; null for what is none.</summary>
    public static string? Find(string text) => Find(text, Nothing);

    /// <summary>The name for a name or an alias; null for what is none.</summary>
    /// <param name="text">What stands after <c>#!</c>.</param>
    /// <param name="others">Names that the document itself declares, by alias.</param>
    public static string? Find(string text, IReadOnlyDictionary<string, string> others) =>
        Known.Contains(text) ? text : Aliases.GetValueOrDefault(text) ?? others.GetValueOrDefault(text);
}
