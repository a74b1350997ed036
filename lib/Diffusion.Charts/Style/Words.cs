using System.Globalization;

namespace Diffusion.Charts;

/// <summary>Numbers as they stand in titles, captions and alternative texts.</summary>
internal static class Words
{
    private static readonly NumberFormatInfo Thin = new() { NumberGroupSeparator = "\u202f" };

    /// <summary>A count, in groups of three digits from 10 000 on.</summary>
    public static string Count(long number) => number.ToString(Math.Abs(number) < 10_000 ? "D" : "N0", Thin);

    /// <summary>A number with three significant digits and a true minus sign.</summary>
    public static string Number(double number) => number.ToString(
        "G3",
        CultureInfo.InvariantCulture).Replace('-', '\u2212');

    /// <summary>Sentences joined by spaces, without those that are absent.</summary>
    public static string? Sentences(params IEnumerable<string?> sentences)
    {
        var said = sentences.Where(sentence => !string.IsNullOrEmpty(sentence)).ToArray();
        return said.Length == 0 ? null : string.Join(' ', said);
    }

    /// <summary>A label broken into lines of about a length, at spaces.</summary>
    public static string Wrap(string label, int length)
    {
        var lines = new List<string>();
        foreach (var word in label.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < length)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return string.Join("<br>", lines);
    }

    /// <summary>Names as "a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };
}
