using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Workbook.Documents;

namespace Workbook.Sessions.Child.Directives;

/// <summary>A small table, as text and as HTML.</summary>
internal static class TextTable
{
    public static MimeBundle Create(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = head.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max()).ToList();
        var plain = new StringBuilder();
        var html = new StringBuilder("<table><thead><tr>");
        foreach (var title in head)
            html.Append("<th>").Append(WebUtility.HtmlEncode(title)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows.Prepend(head))
            plain.AppendJoin("  ", row.Select((text, column) => column == row.Count - 1 ? text : text.PadRight(widths[column]))).Append('\n');
        foreach (var row in rows)
            html.Append("<tr>").AppendJoin("", row.Select(text => $"<td>{WebUtility.HtmlEncode(text)}</td>")).Append("</tr>");
        return new MimeBundle(MimeBundle.Html, html.Append("</tbody></table>").ToString())
            .With(MimeBundle.Plain, JsonValue.Create(plain.ToString().TrimEnd()));
    }
}
