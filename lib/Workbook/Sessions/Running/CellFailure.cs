using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Running;

/// <summary>A cell that failed.</summary>
/// <param name="Notebook">What messages call the notebook.</param>
/// <param name="Cell">The number in the cell's brackets.</param>
/// <param name="Source">The cell's text.</param>
/// <param name="Error">What happened.</param>
internal sealed record CellFailure(string Notebook, int Cell, string Source, ErrorEvent Error)
{
    /// <summary>The source line at fault; the cell's first, where the error does not say which.</summary>
    public string SourceLine
    {
        get
        {
            var lines = Source.Split('\n');
            return (lines.ElementAtOrDefault((Error.Line ?? 0) - 1)
                ?? Array.Find(lines, line => line.Trim().Length > 0) ?? "").Trim();
        }
    }

    public override string ToString()
    {
        var place = Error.Line is { } line ? $"cell {Cell}, line {line}" : $"cell {Cell}";
        return $"{Notebook}, {place}: {SourceLine}\n" + string.Join('\n', Error.Traceback);
    }
}
