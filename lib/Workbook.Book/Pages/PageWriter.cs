using System.Net;
using Workbook.Book.Markdown;
using Workbook.Book.Outputs;

namespace Workbook.Book.Pages;

/// <summary>Writes the page of one notebook.</summary>
/// <param name="series">All pages, in reading order.</param>
/// <param name="links">Where links lead.</param>
/// <param name="assets">The scripts and styles that pages refer to.</param>
/// <param name="book">The book's title.</param>
internal sealed class PageWriter(IReadOnlyList<BookPage> series, Links links, BookAssets assets, string book)
{
    public WrittenPage Write(BookPage page)
    {
        var markdown = new MarkdownRenderer(url => links.Rewrite(page.Source, url));
        var outputs = new OutputRenderer(markdown);
        var renderer = new CellRenderer(markdown, outputs, ParameterForm.Render(page.Run.Notebook, links.Command(page.Source)));
        var cells = string.Concat(page.Run.Notebook.Cells.Select(renderer.Render));
        var html = Template.Fill("page.html", new Dictionary<string, string>
        {
            ["title"] = WebUtility.HtmlEncode(page.Front.Title),
            ["book"] = WebUtility.HtmlEncode(book),
            ["styles"] = assets.Styles,
            ["scripts"] = assets.Scripts(outputs.Charts > 0),
            ["steps"] = Steps(page),
            ["toc"] = Contents.ToHtml(markdown.Headings),
            ["kicker"] = Kicker(page, outputs),
            ["notice"] = Notices.For(page),
            ["cells"] = cells,
            ["turn"] = Turn(page),
        });
        return new WrittenPage(page, html, outputs.Figures);
    }

    private string Steps(BookPage page) => string.Concat(series.Where(other => !other.IsSolutions).Select(other =>
    {
        var current = other == page || page.Solves(other) ? " aria-current=\"page\"" : "";
        return $"<a href=\"{other.Address}\" title=\"{WebUtility.HtmlEncode(other.Front.Title)}\"{current}>{WebUtility.HtmlEncode(other.Mark)}</a>";
    }));

    private string Kicker(BookPage page, OutputRenderer outputs)
    {
        var parts = new List<string>();
        if (page.IsSolutions)
            parts.Add("Solutions");
        else if (page.Number.Length > 0)
            parts.Add($"Notebook {page.Mark} of {series.Count(other => !other.IsSolutions && other.Letter is null)}");
        else if (page.Letter is { } letter)
            parts.Add($"Appendix {letter}");
        parts.Add(Notices.Label(page.Run.Status));
        if (page.Run.Status != PageStatus.NotRun && page.Run.Time is { } time)
            parts.Add(TimeInWords.Of(time));
        if (outputs.Figures > 0)
            parts.Add(outputs.Figures == 1 ? "1 figure" : $"{outputs.Figures} figures");
        return string.Join("<span aria-hidden=\"true\"> · </span>", parts.Select(part => $"<span>{WebUtility.HtmlEncode(part)}</span>"));
    }

    private string Turn(BookPage page)
    {
        if (page.IsSolutions)
            return Link(series.FirstOrDefault(page.Solves), "back", "The notebook");
        var main = series.Where(other => !other.IsSolutions).ToList();
        var place = main.IndexOf(page);
        return Link(main.ElementAtOrDefault(place - 1), "back", "Previous")
            + Link(series.FirstOrDefault(other => other.Solves(page)), "aside", "Solutions")
            + Link(main.ElementAtOrDefault(place + 1), "on", "Next");
    }

    private static string Link(BookPage? page, string kind, string label) => page is null
        ? ""
        : $"<a class=\"{kind}\" href=\"{page.Address}\"{(kind == "back" ? " rel=\"prev\"" : kind == "on" ? " rel=\"next\"" : "")}>"
            + $"<small>{label}</small><span>{page.Front.TitleHtml}</span></a>";
}

/// <summary>A page as it will be written.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Html">Its text.</param>
/// <param name="Figures">How many figures and pictures it holds.</param>
internal sealed record WrittenPage(BookPage Page, string Html, int Figures);
