using System.Net;
using Workbook.Documents;

namespace Workbook.Book.Pages;

/// <summary>What a page tells its reader about the run that it shows.</summary>
internal static class Notices
{
    public static string Label(PageStatus status) => status switch
    {
        PageStatus.Complete => "ran to its end",
        PageStatus.Incomplete => "ran in part",
        PageStatus.Failed => "failed",
        _ => "not run yet",
    };

    /// <summary>The boxes at the top of a page; none for one that ran well.</summary>
    public static string For(BookPage page)
    {
        var command = $"<code>./workbook run notebooks/{WebUtility.HtmlEncode(page.Name)}.ipynb</code>";
        var notice = page.Run.Status switch
        {
            PageStatus.NotRun => Box("info", $"This is the notebook as it was written; it has not been run on this machine. {command} runs it and fills in its results."),
            PageStatus.Incomplete => Box("warning", $"The run stopped before its last cell. {command} runs it again."),
            PageStatus.Failed => Box("failed", Failure(page.Run) + $" When it is mended, {command} runs the notebook again."),
            _ => "",
        };
        return page.Run.Stale
            ? notice + Box("warning", $"The notebook was changed after this run. {command} brings this page up to date.")
            : notice;
    }

    private static string Failure(NotebookRun run)
    {
        var cell = run.Notebook.Cells[run.FailedCell!.Value];
        var name = cell.ExecutionCount is { } count ? $"Cell {count}" : $"The cell in place {run.FailedCell + 1}";
        var rest = run.Notebook.Cells.Skip(run.FailedCell.Value + 1).Where(later => later.Kind == CellKind.Code).ToList();
        var stopped = rest.Count > 0 && rest.All(later => later.ExecutionCount is null);
        return $"<strong>{name} failed:</strong> <a href=\"#{CellRenderer.Anchor(cell)}\">go to the error</a>."
            + (stopped ? " The cells after it did not run." : "");
    }

    private static string Box(string kind, string html) => $"<aside class=\"notice {kind}\" role=\"note\"><p>{html}</p></aside>\n";
}
