using System.Globalization;
using Microsoft.CodeAnalysis;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child;

/// <summary>Tells a reader what the compiler found: place, message, the line and a mark under it.</summary>
internal static class CompilationReport
{
    private const string Name = "CompilationError";
    private const string MissingReference = "CS0006";
    private const int Most = 20;

    public static ErrorEvent Create(IReadOnlyList<Diagnostic> errors, string cell, string code)
    {
        var lines = code.Split('\n');
        var traceback = errors.Take(Most).SelectMany(error => Describe(error, cell, lines)).ToList();
        if (errors.Count > Most)
            traceback.Add($"… and {errors.Count - Most} more.");
        var first = errors[0];
        return new ErrorEvent(Name, Message(first), traceback, LineOf(first, cell));
    }

    private static IEnumerable<string> Describe(Diagnostic error, string cell, string[] lines)
    {
        var span = error.Location.GetLineSpan();
        if (!span.IsValid)
            return [$"{cell}: error {error.Id}: {Message(error)}"];
        var (line, column) = (span.StartLinePosition.Line, span.StartLinePosition.Character);
        var file = span.Path.Length == 0 ? cell : span.Path;
        var place = $"{file}, line {line + 1}, column {column + 1}: error {error.Id}: {Message(error)}";
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

    private static string Message(Diagnostic error)
    {
        var message = error.GetMessage(CultureInfo.InvariantCulture);
        return error.Id == MissingReference
            ? message + ". Paths start at the notebook's folder. `./workbook setup` builds the library that notebooks name."
            : message;
    }
}
