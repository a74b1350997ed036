using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Workbook.Book.Code;

namespace Workbook.Book.Markdown;

/// <summary>Colours a fenced C# block as the code cells are coloured.</summary>
internal sealed class CodeFenceRenderer : CodeBlockRenderer
{
    protected override void Write(HtmlRenderer renderer, CodeBlock node)
    {
        renderer.EnsureLine();
        var code = node.Lines.ToString();
        renderer.Write("<pre class=\"code\" tabindex=\"0\"><code>");
        if (node is FencedCodeBlock { Info: "csharp" or "cs" or "C#" or "c#" })
            renderer.Write(CodeHighlighter.ToHtml(code));
        else
            renderer.WriteEscape(code);
        renderer.WriteLine("</code></pre>");
    }
}
