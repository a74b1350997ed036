using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child;

/// <summary>Tells a reader what the compiler found: place, message, the line and a mark under it.</summary>
internal static partial class CompilationReport
{
    private const string Name = "CompilationError";
    private const string MissingReference = "CS0006";
    private const string MissingSemicolon = "CS1002";
    private const string NamespaceInScript = "CS7021";
    private const string MissingInNamespace = "CS0234";
    private const string Host = "'Microsoft.DotNet.Interactive'";
    private const int Most = 20;

    /// <summary>Why a cell does not compile.</summary>
    public static ErrorEvent Fail(IReadOnlyList<Diagnostic> errors, string cell, string code) =>
        new(Name, Message(errors[0]), Describe(errors, cell, code), LineOf(errors[0], cell));

    /// <summary>What a cell that runs may not mean.</summary>
    public static WarningEvent Warn(IReadOnlyList<Diagnostic> warnings, string cell, string code) =>
        new(string.Join('\n', Describe(warnings, cell, code)));

    private static List<string> Describe(IReadOnlyList<Diagnostic> found, string cell, string code)
    {
        var lines = code.Split('\n');
        var text = found.Take(Most).SelectMany(one => Describe(one, cell, lines)).ToList();
        if (found.Count > Most)
            text.Add($"… and {found.Count - Most} more.");
        return text;
    }

    private static IEnumerable<string> Describe(Diagnostic found, string cell, string[] lines)
    {
        var kind = $"{found.Severity.ToString().ToLowerInvariant()} {found.Id}: {Message(found)}";
        var span = found.Location.GetLineSpan();
        if (!span.IsValid)
            return [$"{cell}: {kind}"];
        var (line, column) = (span.StartLinePosition.Line, span.StartLinePosition.Character);
        var file = span.Path.Length == 0 ? cell : span.Path;
        var place = $"{file}, line {line + 1}, column {column + 1}: {kind}";
        if (file != cell || line >= lines.Length)
            return [place];
        var source = lines[line].TrimEnd();
        var width = span.EndLinePosition.Line == line ? span.EndLinePosition.Character - column : source.Length - column;
        var indent = new string([.. source.Take(column).Select(character => character == '\t' ? '\t' : ' ')]);
        return [place, "    " + source, "    " + indent + new string('^', Math.Max(1, width))];
    }

    private static int? LineOf(Diagnostic error, string cell)
    {
        var span = error.Location.GetLineSpan();
        return span.IsValid && (span.Path.Length == 0 || span.Path == cell) ? span.StartLinePosition.Line + 1 : null;
    }

    private static string Message(Diagnostic found) => found.GetMessage(CultureInfo.InvariantCulture) + Advice(found);

    // Where the compiler's words are those of a dialect that the reader does not know to be writing.
    private static string Advice(Diagnostic found) => found.Id switch
    {
        MissingReference => ". Paths start at the notebook's folder. `./workbook setup` builds the library that notebooks name.",
        NamespaceInScript => " A cell's types need no namespace: leave it out.",
        MissingInNamespace when found.GetMessage(CultureInfo.InvariantCulture).Contains(Host, StringComparison.Ordinal) =>
            " It is a part of .NET Interactive itself, of which there is only its Formatting here.",
        MissingSemicolon when UsingVariable().IsMatch(Line(found)) =>
            " A cell's variables live on for later cells, so that `using` cannot declare one here: write it without `using`, "
            + "and Dispose() it where it is done with, or put these lines between braces.",
        _ => "",
    };

    private static string Line(Diagnostic found) => found.Location is { IsInSource: true, SourceTree: { } tree, SourceSpan.Start: var start }
        ? tree.GetText().Lines.GetLineFromPosition(start).ToString()
        : "";

    [GeneratedRegex(@"^\s*(await\s+)?using\s+\w[\w.<>\[\],? ]*\s+\w+\s*=")]
    private static partial Regex UsingVariable();
}
