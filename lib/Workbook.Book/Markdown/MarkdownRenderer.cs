using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Workbook.Book.Markdown;

/// <summary>Turns the Markdown cells of one page into HTML, and remembers the headings it met.</summary>
/// <param name="rewriteLink">What a link or picture written in the notebook is called in the book.</param>
internal sealed partial class MarkdownRenderer(Func<string, string?> rewriteLink)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseFootnotes().UseTaskLists().UseAutoLinks().UseDefinitionLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Use<TexExtension>().Build();

    private const string Attachment = "attachment:";

    private readonly Anchors _anchors = new();
    private readonly List<Heading> _headings = [];
    private int _parts;

    /// <summary>The headings so far, from top to bottom.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <param name="markdown">A cell's text.</param>
    /// <param name="attachments">The cell's own pictures, by name, each a bundle of types.</param>
    public string Render(string markdown, JsonObject? attachments = null)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        foreach (var node in document.Descendants().ToList())
            Prepare(node, attachments);
        // Footnotes are numbered in each cell anew, so their ids need the cell's number to be unique in the page.
        var part = ++_parts;
        return FootnoteId().Replace(ToHtml(renderer => renderer.Render(document)), $"\"$1note-{part}-$2$3\"");
    }

    /// <summary>The paragraphs of a Markdown text as written, those in quotations included.</summary>
    public static IEnumerable<string> Paragraphs(string markdown) => Markdig.Markdown.Parse(markdown, Pipeline)
        .Descendants<ParagraphBlock>().Select(paragraph => markdown.Substring(paragraph.Span.Start, paragraph.Span.Length));

    private void Prepare(MarkdownObject node, JsonObject? attachments)
    {
        switch (node)
        {
            case HeadingBlock { Inline: { } title } heading:
                var anchor = _anchors.Add(PlainText(title));
                heading.GetAttributes().Id = anchor;
                // A table of contents is made of links, which cannot hold those of a title.
                var html = Link().Replace(ToHtml(renderer => renderer.WriteChildren(title)), "");
                _headings.Add(new Heading(heading.Level, anchor, html));
                if (heading.Level > 1)
                    title.AppendChild(new HtmlInline($"<a class=\"anchor\" href=\"#{anchor}\" aria-hidden=\"true\" tabindex=\"-1\">#</a>"));
                break;
            case TexInline formula:
                formula.TakePunctuation();
                break;
            case LinkInline { Url: { } url } link:
                Relink(link, url, Attached(url, attachments) ?? rewriteLink(url));
                break;
        }
    }

    private static void Relink(LinkInline link, string written, string? url)
    {
        link.GetDynamicUrl = null;
        if (link.IsImage)
            link.GetAttributes().AddProperty("loading", "lazy");
        if (url is not null)
            link.Url = url;
        else if (link.IsImage)
            link.ReplaceBy(new LiteralInline($"[picture missing: {written}]"), copyChildren: false);
        else
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
    }

    /// <summary><c>attachment:name</c> as a data URI.</summary>
    private static string? Attached(string url, JsonObject? attachments) =>
        url.StartsWith(Attachment, StringComparison.Ordinal)
        && attachments?[Uri.UnescapeDataString(url[Attachment.Length..])] is JsonObject bundle
        && bundle.FirstOrDefault() is { Value: { } content } entry
            ? $"data:{entry.Key};base64,{(content is JsonArray parts ? string.Concat(parts) : content.ToString()).ReplaceLineEndings("")}"
            : null;

    private static string ToHtml(Action<HtmlRenderer> render)
    {
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeFenceRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<LiteralInlineRenderer>(new ProseRenderer());
        render(renderer);
        return text.ToString();
    }

    private static string PlainText(ContainerInline container) => string.Concat(container.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        TexInline tex => tex.Tex,
        LineBreakInline => " ",
        _ => "",
    }));

    [GeneratedRegex("\"(#?)(fn|fnref):([0-9:]+)\"")]
    private static partial Regex FootnoteId();

    [GeneratedRegex("</?a\\b[^>]*>")]
    private static partial Regex Link();
}

/// <summary>A heading of a page, for its table of contents.</summary>
/// <param name="Level">1 for the title.</param>
/// <param name="Anchor">The id to link to, unique in its page.</param>
/// <param name="Html">What it says, formulas included.</param>
internal sealed record Heading(int Level, string Anchor, string Html);
