using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Workbook.Book.Markdown;

/// <summary>
/// Marks Chinese words in English text as Chinese, for the right shapes of characters and the right voice, and keeps
/// numbers such as 10 000 on one line.
/// </summary>
internal sealed partial class ProseRenderer : HtmlObjectRenderer<LiteralInline>
{
    private const string NarrowSpace = "\u202f";

    protected override void Write(HtmlRenderer renderer, LiteralInline obj)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.Write(ref obj.Content);
            return;
        }
        var text = Thousands().Replace(obj.Content.ToString(), NarrowSpace);
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

    [GeneratedRegex(@"(?<=\d) (?=\d{3}(?!\d))")]
    private static partial Regex Thousands();
}
