namespace Workbook.Sessions.Child.Directives;

/// <summary>A directive cannot be followed; the message says why and what to do.</summary>
/// <param name="message">For the reader.</param>
/// <param name="line">The cell's line, from 1.</param>
internal sealed class DirectiveException(string message, int line) : Exception(message)
{
    public int Line { get; } = line;
}
