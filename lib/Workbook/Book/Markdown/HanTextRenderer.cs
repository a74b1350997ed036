using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Workbook.Book.Markdown;

/// <summary>Marks Chinese words in English text as Chinese, for the right shapes of characters and the right voice.</summary>
internal sealed partial class HanTextRenderer : HtmlObjectRenderer<LiteralInline>
{
    protected override void Write(HtmlRenderer renderer, LiteralInline obj)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.Write(ref obj.Content);
            return;
        }
        var text = obj.Content.ToString();
        var start = 0;
        foreach (Match han in Han().Matches(text))
        {
            renderer.WriteEscape(text[start..han.Index]);
            renderer.Write("<span lang=\"zh-Hans\">").Write(han.Value).Write("</span>");
            start = han.Index + han.Length;
        }
        renderer.WriteEscape(text[start..]);
    }

    // Ideographs, and the punctuation between them.
    [GeneratedRegex(@"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+([\u3001-\u3011\uff01-\uff1f]+[\u3400-\u4dbf\u4e00-\u9fff]+)*")]
    private static partial Regex Han();
}
