using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child.Directives;

/// <summary>Tells a reader which directive could not be followed: place, reason and the line.</summary>
internal static class DirectiveReport
{
    private const string Name = "DirectiveError";

    public static ErrorEvent Create(DirectiveException error, string cell, string code)
    {
        var place = $"{cell}, line {error.Line}: {error.Message}";
        var source = code.Split('\n').ElementAtOrDefault(error.Line - 1)?.Trim();
        return new ErrorEvent(Name, error.Message, source is null ? [place] : [place, "    " + source], error.Line);
    }
}

/// <summary>A directive cannot be followed; the message says why and what to do.</summary>
/// <param name="message">For the reader.</param>
/// <param name="line">The cell's line, from 1.</param>
internal sealed class DirectiveException(string message, int line) : Exception(message)
{
    public int Line { get; } = line;
}
