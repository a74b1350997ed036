using System.Globalization;
using System.Text.Json.Nodes;
using Workbook.Documents;

namespace Workbook.Book.Pages;

/// <summary>A notebook as the book shows it: the executed one where there is one, else the source.</summary>
/// <param name="Notebook">What is shown.</param>
/// <param name="Status">How far it got.</param>
/// <param name="Stale">Whether the source was changed since it ran.</param>
internal sealed record NotebookRun(Notebook Notebook, PageStatus Status, bool Stale)
{
    /// <summary>The tag of the cell that a run puts in for parameters given on the command line.</summary>
    private const string Injected = "injected-parameters";

    /// <param name="source">The notebook's path.</param>
    /// <param name="executed">Where its executed copy would be.</param>
    /// <exception cref="NotebookException">One of them cannot be read.</exception>
    public static NotebookRun Read(string source, string executed)
    {
        var written = NotebookReader.Read(source);
        if (!File.Exists(executed))
            return new NotebookRun(written, PageStatus.NotRun, Stale: false);
        var run = NotebookReader.Read(executed);
        return new NotebookRun(run, StatusOf(run), !Sources(written).SequenceEqual(Sources(run)));
    }

    /// <summary>The first cell that failed, counted from 0; null where none did.</summary>
    public int? FailedCell => Notebook.Cells.Select((cell, index) => (cell, index))
        .Where(item => HasFailed(item.cell)).Select(item => (int?)item.index).FirstOrDefault();

    /// <summary>Whether it ran with parameters that the notebook itself does not hold.</summary>
    public bool HasParameters => Notebook.Cells.Any(cell => cell.HasTag(Injected));

    /// <summary>How long the cells took together; null where nothing was recorded.</summary>
    public TimeSpan? Time
    {
        get
        {
            var times = Notebook.Cells.Select(TimeOf).OfType<TimeSpan>().ToList();
            return times.Count == 0 ? null : times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);
        }
    }

    /// <summary>How long a cell took; null where it was not recorded.</summary>
    public static TimeSpan? TimeOf(Cell cell)
    {
        var execution = cell.Metadata["execution"] as JsonObject;
        var start = Moment(execution, "iopub.execute_input") ?? Moment(execution, "iopub.status.busy");
        var end = Moment(execution, "shell.execute_reply") ?? Moment(execution, "iopub.status.idle");
        return end - start is { } time && time >= TimeSpan.Zero ? time : null;
    }

    /// <summary>Whether a cell ended in an error that it was not meant to end in.</summary>
    public static bool HasFailed(Cell cell) => cell.Outputs.Any(output => output is ErrorOutput) && !cell.HasTag("raises-exception");

    private static PageStatus StatusOf(Notebook run)
    {
        if (run.Cells.Any(HasFailed))
            return PageStatus.Failed;
        var all = run.Cells.All(cell => cell.Kind != CellKind.Code || cell.ExecutionCount is not null
            || string.IsNullOrWhiteSpace(cell.Source) || cell.HasTag("skip-execution"));
        return all ? PageStatus.Complete : PageStatus.Incomplete;
    }

    private static IEnumerable<string> Sources(Notebook notebook) =>
        notebook.Cells.Where(cell => !cell.HasTag(Injected)).Select(cell => cell.Source);

    private static DateTimeOffset? Moment(JsonObject? execution, string name) =>
        DateTimeOffset.TryParse(execution?[name]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}

/// <summary>How far a notebook got when it was last run here.</summary>
internal enum PageStatus
{
    /// <summary>It has not been run on this machine.</summary>
    NotRun,

    /// <summary>Every cell ran.</summary>
    Complete,

    /// <summary>It stopped before its last cell, without an error: interrupted, or still running.</summary>
    Incomplete,

    /// <summary>A cell failed.</summary>
    Failed,
}
