using System.Text;

namespace Workbook.Book.Markdown;

/// <summary>Gives each heading of a page an id: the title's words in lower case, numbered where they repeat.</summary>
internal sealed class Anchors
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Add(string title)
    {
        var words = Words(title);
        var anchor = words;
        for (var number = 2; !_taken.Add(anchor); number++)
            anchor = $"{words}-{number}";
        return anchor;
    }

    /// <summary>Letters and digits of any script, the rest as single hyphens.</summary>
    private static string Words(string title)
    {
        var words = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                words.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (words.Length > 0 && words[^1] != '-')
                words.Append('-');
        var result = words.ToString().TrimEnd('-');
        return result.Length == 0 ? "section" : result;
    }
}
