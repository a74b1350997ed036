using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Running;

/// <summary>How a notebook's run ended.</summary>
/// <param name="Target">The executed notebook.</param>
/// <param name="Status">The worst that happened.</param>
/// <param name="Failures">The cells that failed although they should not have.</param>
/// <param name="Warnings">What cells may not mean as they stand, each with its notebook, place and line.</param>
internal sealed record RunResult(string Target, RunStatus Status, IReadOnlyList<CellFailure> Failures, IReadOnlyList<string> Warnings)
{
    /// <summary>What was against the format in the notebook's file and was mended.</summary>
    public IReadOnlyList<string> Mendings { get; init; } = [];
}

/// <summary>How a run ended, from best to worst.</summary>
internal enum RunStatus
{
    Succeeded,
    Failed,
    Interrupted,
}

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
