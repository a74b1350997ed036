using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Workbook.Book.Markdown;

/// <summary>Formulas in Markdown, as Jupyter understands them.</summary>
internal sealed class TexExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.InsertBefore<ThematicBreakParser>(new TexBlockParser());
        pipeline.InlineParsers.InsertBefore<EscapeInlineParser>(new TexInlineParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Insert(0, new TexInlineRenderer());
        renderer.ObjectRenderers.Insert(0, new TexBlockRenderer());
    }
}

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
