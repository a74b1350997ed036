using System.Net;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Workbook.Book.Comparison;

/// <summary>Two texts as HTML, line beside line, with what went and what came marked down to the word.</summary>
internal static class SourceRenderer
{
    public static (string Before, string After) Render(string before, string after)
    {
        var sides = SideBySideDiffBuilder.Diff(before, after, ignoreWhiteSpace: false);
        return (Side(sides.OldText), Side(sides.NewText));
    }

    private static string Side(DiffPaneModel side)
    {
        var html = new StringBuilder();
        foreach (var line in side.Lines)
            html.Append($"<span class=\"line {Kind(line.Type)}\">{Text(line)}</span>");
        return $"<pre class=\"code\" tabindex=\"0\"><code>{html}</code></pre>";
    }

    private static string Text(DiffPiece line) => line.Type == ChangeType.Modified
        ? string.Concat(line.SubPieces.Where(piece => piece.Type != ChangeType.Imaginary).Select(piece => piece.Type == ChangeType.Unchanged
            ? WebUtility.HtmlEncode(piece.Text)
            : $"<mark>{WebUtility.HtmlEncode(piece.Text)}</mark>"))
        : WebUtility.HtmlEncode(line.Text);

    private static string Kind(ChangeType type) => type switch
    {
        ChangeType.Unchanged => "kept",
        ChangeType.Imaginary => "none",
        _ => "touched",
    };
}
