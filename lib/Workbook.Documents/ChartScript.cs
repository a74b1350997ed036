using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workbook.Documents;

/// <summary>Plotly's script among a notebook's outputs: one copy, in an element of its own, which all figures share.</summary>
internal static partial class ChartScript
{
    private const string Mark = "data-asset";

    /// <summary>What stands for it where nothing runs scripts.</summary>
    private const string Words = "(plotly.js, which draws the figures of this notebook)";

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
        data.Text(MimeBundle.Html) is { } html && html.Contains(Mark, StringComparison.OrdinalIgnoreCase) && Element().Match(html) is { Success: true } found
            ? found.Value
            : null;

    /// <summary>An output's HTML, without the script.</summary>
    public static string HtmlOf(MimeBundle data) => Element().Replace(data.Text(MimeBundle.Html)!, "");

    /// <summary>An output without the script.</summary>
    public static MimeBundle Without(MimeBundle data) => new(data.Select(entry =>
        entry.Key == MimeBundle.Html ? new(entry.Key, JsonValue.Create(HtmlOf(data))) : entry));

    [GeneratedRegex("<script\\b[^>]*\\bdata-asset=[\"']?plotly\\b[^>]*>.*?</script>\\n?", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Element();
}
