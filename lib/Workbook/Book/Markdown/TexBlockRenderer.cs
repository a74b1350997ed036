using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Workbook.Book.Markdown;

/// <summary>Writes a displayed formula: see <see cref="TexInlineRenderer"/>.</summary>
internal sealed class TexBlockRenderer : HtmlObjectRenderer<TexBlock>
{
    protected override void Write(HtmlRenderer renderer, TexBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"tex display\">");
        renderer.WriteEscape(obj.Tex);
        renderer.WriteLine("</div>");
    }
}
