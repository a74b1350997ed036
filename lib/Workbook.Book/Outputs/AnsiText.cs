using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Workbook.Book.Outputs;

/// <summary>Terminal text as HTML: colours become classes, everything else that steers a terminal is left out.</summary>
internal static partial class AnsiText
{
    private static readonly string[] Colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    public static string ToHtml(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        var style = "";
        var start = 0;
        foreach (Match escape in Escape().Matches(text))
        {
            Append(html, text[start..escape.Index], style);
            start = escape.Index + escape.Length;
            if (escape.Groups["codes"].Success)
                style = Next(style, escape.Groups["codes"].Value);
        }
        Append(html, text[start..], style);
        return html.ToString();
    }

    /// <summary>The settled text with nothing that steers a terminal.</summary>
    public static string ToPlain(string text) => Control().Replace(Escape().Replace(Settle(text), ""), "");

    /// <summary>The text as it stood on the terminal in the end: what a carriage return overwrote is gone.</summary>
    public static string Settle(string text) => text.Contains('\r', StringComparison.Ordinal)
        ? string.Join('\n', text.Split('\n').Select(line => Overwrite(line.TrimEnd('\r'))))
        : text;

    private static string Overwrite(string line)
    {
        var shown = "";
        foreach (var part in line.Split('\r'))
            shown = part.Length >= shown.Length ? part : part + shown[part.Length..];
        return shown;
    }

    private static void Append(StringBuilder html, string text, string style)
    {
        if (text.Length == 0)
            return;
        // A character that XML forbids would show as a box, or break the page's parser.
        var escaped = WebUtility.HtmlEncode(Control().Replace(text, ""));
        if (style.Length == 0)
            html.Append(escaped);
        else
            html.Append("<span class=\"").Append(style).Append("\">").Append(escaped).Append("</span>");
    }

    private static string Next(string style, string codes)
    {
        var classes = style.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var numbers = new Queue<int>(codes.Split(';').Select(code => int.TryParse(code, out var number) ? number : 0));
        while (numbers.TryDequeue(out var code))
            Apply(classes, code, numbers);
        return string.Join(' ', classes);
    }

    private static void Apply(List<string> classes, int code, Queue<int> rest)
    {
        switch (code)
        {
            case 0:
                classes.Clear();
                break;
            case 1 when !classes.Contains("ansi-bold"):
                classes.Add("ansi-bold");
                break;
            case 22:
                classes.Remove("ansi-bold");
                break;
            case >= 30 and <= 37 or >= 90 and <= 97:
                classes.RemoveAll(IsColour);
                classes.Add("ansi-" + Colours[code % 10]);
                break;
            case 39:
                classes.RemoveAll(IsColour);
                break;
            case 38 or 48:
                // A palette or true colour: its numbers are passed over, since it would fit one theme only.
                for (var count = rest.TryDequeue(out var kind) && kind == 2 ? 3 : 1; count > 0 && rest.Count > 0; count--)
                    rest.Dequeue();
                break;
        }
    }

    private static bool IsColour(string name) => name != "ansi-bold";

    [GeneratedRegex(@"\x1b\[(?<codes>[0-9;]*)m|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\x1b[@-Z\\-_]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")]
    private static partial Regex Control();
}
