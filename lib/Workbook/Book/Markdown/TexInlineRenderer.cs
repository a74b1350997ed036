using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Workbook.Book.Markdown;

/// <summary>Writes a formula as its escaped TeX in an element of class <c>tex</c>, which the page's script typesets.</summary>
internal sealed class TexInlineRenderer : HtmlObjectRenderer<TexInline>
{
    protected override void Write(HtmlRenderer renderer, TexInline obj)
    {
        if (obj.Trailing.Length > 0)
            renderer.Write("<span class=\"together\">");
        renderer.Write(obj.Display ? "<span class=\"tex display\">" : "<span class=\"tex\">");
        renderer.WriteEscape(obj.Tex);
        renderer.Write("</span>");
        if (obj.Trailing.Length > 0)
            renderer.WriteEscape(obj.Trailing).Write("</span>");
    }
}
