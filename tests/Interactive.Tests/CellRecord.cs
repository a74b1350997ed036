namespace Interactive.Tests;

/// <summary>What became of one cell.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="Error">What went wrong, else null.</param>
/// <param name="Shown">The representations of each value that it showed, by MIME type.</param>
public sealed record CellRecord(string Id, string? Error, IReadOnlyList<IReadOnlyDictionary<string, string>> Shown);
