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
