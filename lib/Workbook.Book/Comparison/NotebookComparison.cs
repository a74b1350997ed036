using System.Security.Cryptography;
using System.Text;
using DiffPlex;
using Workbook.Documents;

namespace Workbook.Book.Comparison;

/// <summary>Two notebooks, cell beside cell.</summary>
/// <param name="Pairs">Every cell of both, in order.</param>
internal sealed record NotebookComparison(IReadOnlyList<CellPair> Pairs)
{
    public int Changed => Pairs.Count(pair => !pair.IsLone && !pair.IsSame);

    public int Added => Pairs.Count(pair => pair.Before is null);

    public int Removed => Pairs.Count(pair => pair.After is null);

    public int Same => Pairs.Count(pair => pair.IsSame);

    public bool IsSame => Same == Pairs.Count;

    public static NotebookComparison Of(Notebook before, Notebook after)
    {
        var keys = Keys(before.Cells, after.Cells);
        var differences = Differ.Instance.CreateLineDiffs(keys.Before, keys.After, ignoreWhitespace: false);
        var pairs = new List<CellPair>();
        int a = 0, b = 0;
        void Together(int end)
        {
            for (; a < end; a++, b++) pairs.Add(new(before.Cells[a], after.Cells[b]));
        }
        foreach (var block in differences.DiffBlocks)
        {
            Together(block.DeleteStartA);
            var (endA, endB) = (a + block.DeleteCountA, b + block.InsertCountB);
            pairs.AddRange(Matched([.. before.Cells.Take(a..endA)], [.. after.Cells.Take(b..endB)]));
            (a, b) = (endA, endB);
        }
        Together(before.Cells.Count);
        return new(pairs);
    }

    // A cell is known by its id; where the other notebook has no such id, by its text.
    private static (string Before, string After) Keys(IReadOnlyList<Cell> before, IReadOnlyList<Cell> after)
    {
        var shared = before.Select(cell => cell.Id).Intersect(after.Select(cell => cell.Id), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        string Key(Cell cell) => shared.Contains(cell.Id)
            ? $"{cell.Kind} {cell.Id}"
            : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{cell.Kind} {cell.Source}")));
        return (string.Join('\n', before.Select(Key)), string.Join('\n', after.Select(Key)));
    }

    // Of cells that differ as cells, those that share most of their lines are one cell that was rewritten.
    private static IEnumerable<CellPair> Matched(IReadOnlyList<Cell> before, IReadOnlyList<Cell> after)
    {
        var next = 0;
        foreach (var cell in before)
        {
            var found = Enumerable.Range(next, after.Count - next).FirstOrDefault(index => AreAlike(cell, after[index]), -1);
            for (; next < found; next++) yield return new(null, after[next]);
            yield return new(cell, found < 0 ? null : after[next++]);
        }
        for (; next < after.Count; next++) yield return new(null, after[next]);
    }

    private static bool AreAlike(Cell one, Cell other)
    {
        if (one.Kind != other.Kind) return false;
        string[] mine = one.Source.Split('\n'), theirs = other.Source.Split('\n');
        return 2 * mine.Intersect(theirs, StringComparer.Ordinal).Count() >= Math.Max(mine.Length, theirs.Length);
    }
}
