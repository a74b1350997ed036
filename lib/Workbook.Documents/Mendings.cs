namespace Workbook.Documents;

/// <summary>What was against the format in a file and was mended or left out: each kind once, with its first place and how often.</summary>
internal sealed class Mendings
{
    private const int Most = 20;

    private readonly OrderedDictionary<string, (string Where, int Count)> _kinds = [];

    /// <param name="what">What was wrong and what became of it, without a full stop.</param>
    /// <param name="where">The place, such as "cell 3".</param>
    public void Add(string what, string where) =>
        _kinds[what] = _kinds.TryGetValue(what, out var known) ? known with { Count = known.Count + 1 } : (where, 1);

    /// <summary>A line for each kind, at most twenty.</summary>
    public IReadOnlyList<string> Lines =>
    [
        .. _kinds.Take(Most).Select(kind => $"{kind.Value.Where}: {kind.Key}{(kind.Value.Count > 1 ? $" ({kind.Value.Count} times)" : "")}."),
        .. _kinds.Count > Most ? [$"… and {_kinds.Count - Most} more kinds of faults, mended likewise."] : Array.Empty<string>(),
    ];
}
