using System.Net;
using Workbook.Book.Markdown;

namespace Workbook.Book.Pages;

/// <summary>Writes the page that lists all notebooks.</summary>
/// <param name="links">Where links lead.</param>
/// <param name="assets">The scripts and styles that pages refer to.</param>
/// <param name="introduction">What stands above the list.</param>
internal sealed class IndexWriter(Links links, BookAssets assets, Introduction introduction)
{
    public const string File = "index.html";

    public string Write(IReadOnlyList<WrittenPage> pages)
    {
        var markdown = new MarkdownRenderer(url => links.Rewrite(introduction.Source, url));
        return Template.Fill("index.html", new Dictionary<string, string>
        {
            ["book"] = WebUtility.HtmlEncode(introduction.Title),
            ["styles"] = assets.Styles,
            ["scripts"] = assets.Scripts(charts: false),
            ["intro"] = markdown.Render(introduction.Markdown),
            ["notebooks"] = string.Concat(pages.Where(page => !page.Page.IsSolutions).Select(page => Entry(page, pages))),
            ["made"] = Summary(pages),
        });
    }

    private static string Entry(WrittenPage written, IReadOnlyList<WrittenPage> all)
    {
        var page = written.Page;
        var solutions = all.FirstOrDefault(other => other.Page.Solves(page))?.Page;
        var question = page.Front.QuestionHtml.Length == 0 ? "" : $"<p class=\"question\">{page.Front.QuestionHtml}</p>";
        return $"""
            <li class="{page.Run.Status.ToString().ToLowerInvariant()}">
            <span class="number" aria-hidden="true">{WebUtility.HtmlEncode(page.Number.Length > 0 ? page.Mark : page.Letter ?? "")}</span>
            <div><h2><a href="{page.Address}">{page.Front.TitleHtml}</a></h2>{question}
            <p class="facts"><span class="status">{Status(page)}</span>{Facts(written)}{(solutions is null ? "" : $"<a href=\"{solutions.Address}\">Solutions</a>")}</p></div>
            </li>

            """;
    }

    private static string Status(BookPage page) =>
        Notices.Label(page.Run.Status) + (page.Run.Stale ? ", from an earlier version" : "");

    private static string Facts(WrittenPage written)
    {
        var run = written.Page.Run;
        var time = run.Status != PageStatus.NotRun && run.Time is { } taken ? $"<span>{TimeInWords.Of(taken)}</span>" : "";
        return time + (written.Figures == 0 ? "" : $"<span>{written.Figures} figure{(written.Figures == 1 ? "" : "s")}</span>");
    }

    private static string Summary(IReadOnlyList<WrittenPage> pages)
    {
        var failed = pages.Count(page => page.Page.Run.Status == PageStatus.Failed);
        var series = pages.Where(page => !page.Page.IsSolutions).ToList();
        var run = series.Count(page => page.Page.Run.Status != PageStatus.NotRun);
        return failed > 0 ? $"{failed} of {pages.Count} notebooks failed."
            : run < series.Count ? $"{run} of {series.Count} notebooks have been run here; <code>./workbook run</code> runs them all."
            : "";
    }
}
