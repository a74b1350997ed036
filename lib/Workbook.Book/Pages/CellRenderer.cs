using System.Net;
using Workbook.Book.Code;
using Workbook.Book.Markdown;
using Workbook.Book.Outputs;
using Workbook.Documents;
using Workbook.Sessions.Running;

namespace Workbook.Book.Pages;

/// <summary>Turns the cells of one page into HTML.</summary>
/// <param name="markdown">The page's Markdown, which gathers its headings.</param>
/// <param name="outputs">The page's outputs, which counts its figures.</param>
/// <param name="form">The form for the notebook's parameters; empty where it has none.</param>
internal sealed class CellRenderer(MarkdownRenderer markdown, OutputRenderer outputs, string form = "")
{
    private const string HideInput = "hide-input";

    /// <summary>Times shorter than this are not worth a line.</summary>
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(100);

    /// <summary>The id of a cell's element.</summary>
    public static string Anchor(Cell cell) => "cell-" + cell.Id;

    public string Render(Cell cell) => cell.Kind switch
    {
        CellKind.Markdown => $"<div class=\"cell prose\"{Slide(cell)}>\n{markdown.Render(cell.Source, cell.Attachments)}</div>\n",
        CellKind.Code when !string.IsNullOrWhiteSpace(cell.Source) => Code(cell),
        _ => "",
    };

    private string Code(Cell cell)
    {
        var failed = NotebookRun.HasFailed(cell);
        var label = cell.ExecutionCount is { } count ? $"Cell {count}" : "Cell, not run";
        var results = cell.Outputs.Count == 0 ? "" : $"<div class=\"outputs\">\n{outputs.Render(cell.Outputs)}</div>\n";
        return $"""
            <section class="cell code{(failed ? " failed" : "")}" id="{Anchor(cell)}"{Slide(cell)} aria-label="{label}{(failed ? ", failed" : "")}">
            {Source(cell)}
            {(cell.HasTag(ParameterCell.Tag) ? form : "")}{results}{Time(cell)}</section>

            """;
    }

    /// <summary>What nbconvert's slides make of the cell, for the page's script.</summary>
    private static string Slide(Cell cell) => cell.SlideType is { } type ? $" data-slide=\"{WebUtility.HtmlEncode(type)}\"" : "";

    private static string Source(Cell cell)
    {
        var count = cell.ExecutionCount is { } number ? $"<span class=\"count\" aria-hidden=\"true\">{number}</span>" : "";
        var code = $"<pre class=\"code\" tabindex=\"0\"><code>{CodeHighlighter.ToHtml(cell.Source.Trim('\n'))}</code></pre>";
        if (cell.HasTag(HideInput))
            return $"<details class=\"source\"><summary>{count}Code</summary>{code}</details>";
        return $"<div class=\"source\">{count}{Tweakable(cell)}{code}</div>";
    }

    private static string Tweakable(Cell cell) => cell switch
    {
        _ when cell.HasTag(ParameterCell.Tag) => "<span class=\"tag\">yours to change</span>",
        _ when cell.HasTag(ParameterCell.InjectedTag) => "<span class=\"tag\">given on the command line</span>",
        _ => "",
    };

    private static string Time(Cell cell) => NotebookRun.TimeOf(cell) is { } time && time >= Noticeable
        ? $"<p class=\"time\" title=\"{WebUtility.HtmlEncode("How long this cell took")}\">{TimeInWords.Of(time)}</p>\n"
        : "";
}
