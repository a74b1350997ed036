using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace Workbook.Book.Markdown;

/// <summary>Puts a table into a box that scrolls by itself, so that a wide one never widens the page.</summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"table\" tabindex=\"0\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
