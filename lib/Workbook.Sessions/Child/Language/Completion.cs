namespace Workbook.Sessions.Child.Language;

/// <summary>Something that may be written at a place.</summary>
/// <param name="Text">What to insert.</param>
/// <param name="Type">One of <see cref="Protocol.CompletionType"/>.</param>
/// <param name="Rank">How far away it is: the least come first.</param>
internal sealed record Completion(string Text, string Type, int Rank = 0)
{
    /// <summary>Those that begin with <paramref name="prefix"/>: in its very case first, then by rank and name.</summary>
    public static IEnumerable<Completion> Matching(IEnumerable<Completion> all, string prefix) => all
        .Where(item => item.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .DistinctBy(item => item.Text)
        .OrderBy(item => !item.Text.StartsWith(prefix, StringComparison.Ordinal))
        .ThenBy(item => item.Rank)
        .ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase);
}
