using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>Plotly's script among a notebook's outputs: one copy, in an element of its own, which all figures share.</summary>
internal static class ChartScript
{
    /// <summary>By which the element is known; the library of charts, which knows no host, writes the same.</summary>
    private const string Opening = "<script data-asset=\"plotly\">", Closing = "</script>";

    /// <summary>What stands for it where nothing runs scripts.</summary>
    private const string Words = "(plotly.js, which draws the figures of this notebook)";

    /// <summary>The element that holds a script.</summary>
    public static string Element(string script) => $"{Opening}{script}{Closing}\n";

    /// <summary>An output that holds the script, and nothing to be seen.</summary>
    public static MimeBundle Alone(string element) => new(
    [
        new(MimeBundle.Html, JsonValue.Create(element)),
        new(MimeBundle.Plain, JsonValue.Create(Words)),
    ]);

    /// <summary>Whether an output holds the script, and nothing to be seen.</summary>
    public static bool IsAlone(MimeBundle data) => Find(data) is not null && string.IsNullOrWhiteSpace(HtmlOf(data));

    /// <summary>Whether an output needs the script to be seen as HTML.</summary>
    public static bool IsFigure(MimeBundle data) =>
        data.Text(MimeBundle.Html)?.Contains("data-figure=\"plotly\"", StringComparison.Ordinal) == true;

    /// <summary>The element with the script that an output carries; null where it carries none.</summary>
    public static string? Find(MimeBundle data) =>
        data.Text(MimeBundle.Html) is { } html && Place(html) is var (start, end) ? html[start..end] : null;

    /// <summary>An output's HTML, without the script.</summary>
    public static string HtmlOf(MimeBundle data)
    {
        var html = data.Text(MimeBundle.Html)!;
        return Place(html) is var (start, end) ? html.Remove(start, end - start) : html;
    }

    /// <summary>An output without the script.</summary>
    public static MimeBundle Without(MimeBundle data) => new(data.Select(entry =>
        entry.Key == MimeBundle.Html ? new(entry.Key, JsonValue.Create(HtmlOf(data))) : entry));

    // With the line's end behind it.
    private static (int Start, int End)? Place(string html)
    {
        var start = html.IndexOf(Opening, StringComparison.Ordinal);
        if (start < 0 || html.IndexOf(Closing, start, StringComparison.Ordinal) is not (> 0 and var close))
            return null;
        var end = close + Closing.Length;
        return (start, end < html.Length && html[end] == '\n' ? end + 1 : end);
    }
}
