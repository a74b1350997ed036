namespace Interactive.Tests;

/// <summary>A notebook's run in .NET Interactive's engine.</summary>
/// <param name="Cells">Its code cells, as far as it came.</param>
/// <param name="PeakMegabytes">The most memory that the process had.</param>
/// <param name="Seconds">How long the cells took together.</param>
public sealed record EngineRun(IReadOnlyList<CellRecord> Cells, long PeakMegabytes, double Seconds);
