namespace Workbook.Sessions.Running;

/// <summary>How a notebook's run ended.</summary>
/// <param name="Target">The executed notebook.</param>
/// <param name="Status">The worst that happened.</param>
/// <param name="Failures">The cells that failed although they should not have.</param>
internal sealed record RunResult(string Target, RunStatus Status, IReadOnlyList<CellFailure> Failures);
