using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Workbook.Documents;

/// <summary>Sees to it that every cell has an id of its own.</summary>
internal static partial class CellIds
{
    /// <summary>The cells with an id each: those that have none are given one, as are those whose id is taken or not allowed.</summary>
    public static List<Cell> Complete(List<Cell> cells, Mendings mendings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < cells.Count; index++)
            if (cells[index].Id is { Length: > 0 } id && !IsOwn(id, index, seen, mendings))
                cells[index] = cells[index] with { Id = "" };
        for (var index = 0; index < cells.Count; index++)
            if (cells[index].Id.Length == 0)
                cells[index] = cells[index] with { Id = NewId(cells[index].Source, index, seen) };
        return cells;
    }

    private static bool IsOwn(string id, int index, Dictionary<string, int> seen, Mendings mendings)
    {
        if (!Allowed().IsMatch(id))
            mendings.Add("its id is not of 1 to 64 letters, digits, - and _: it is given another", $"cell {index + 1}");
        else if (!seen.TryAdd(id, index))
            mendings.Add("has the id of an earlier cell: it is given another", $"cell {index + 1}");
        else
            return true;
        return false;
    }

    // From place and source, so that reading an old file twice gives the same ids.
    private static string NewId(string source, int index, Dictionary<string, int> seen)
    {
        for (var attempt = 0; ; attempt++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{attempt}/{index}/{source}"));
            var id = Convert.ToHexStringLower(hash, 0, 4);
            if (seen.TryAdd(id, index))
                return id;
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}\\z")]
    private static partial Regex Allowed();
}
