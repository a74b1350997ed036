using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

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
