using System.Text;
using Workbook.Book.Markdown;

namespace Workbook.Book.Pages;

/// <summary>The table of contents of a page.</summary>
internal static class Contents
{
    private const int Upper = 2;
    private const int Lower = 3;

    /// <summary>The second and third level of headings as nested lists; the first is the page's title.</summary>
    public static string ToHtml(IEnumerable<Heading> headings)
    {
        var html = new StringBuilder("<ol>");
        var (open, nested) = (false, false);
        foreach (var heading in headings.Where(heading => heading.Level is Upper or Lower))
        {
            if (heading.Level == Lower && open && !nested)
                html.Append("<ol>");
            else if (heading.Level == Upper && nested)
                html.Append("</li></ol></li>");
            else if (open)
                html.Append("</li>");
            nested = heading.Level == Lower && (nested || open);
            open = true;
            html.Append($"<li class=\"level-{heading.Level}\"><a href=\"#{heading.Anchor}\">{heading.Html}</a>");
        }
        return html.Append(nested ? "</li></ol></li>" : open ? "</li>" : "").Append("</ol>").ToString();
    }
}
