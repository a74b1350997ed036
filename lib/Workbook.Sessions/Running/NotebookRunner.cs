using System.Globalization;
using System.Text.Json.Nodes;
using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Running;

/// <summary>Runs one notebook from top to bottom in a session of its own and saves an executed copy.</summary>
/// <param name="source">The notebook; it is read, never written.</param>
/// <param name="target">The executed copy, saved after every cell.</param>
/// <param name="options">How to run it.</param>
/// <param name="progress">Hears of every cell.</param>
internal sealed class NotebookRunner(string source, string target, RunOptions options, IProgress<RunStep> progress)
{
    private const string SkipTag = "skip-execution";
    private const string RaisesTag = "raises-exception";
    private const string TimeoutName = "CellTimeout";

    private readonly string _name = Path.GetFileNameWithoutExtension(source);
    private readonly List<CellFailure> _failures = [];
    private readonly List<string> _warnings = [];

    /// <summary>Runs it. What a cell does wrong ends up in the result, not in an exception; the copy is saved before.</summary>
    /// <exception cref="NotebookException">The source is no notebook.</exception>
    /// <exception cref="ParameterException">It does not take the parameters.</exception>
    /// <exception cref="SessionException">No session could be started.</exception>
    public async Task<RunResult> RunAsync(CancellationToken cancellation)
    {
        if (Path.GetFullPath(source) == Path.GetFullPath(target))
            throw new NotebookException(source, "is an executed copy.", "Run the notebook that it was made from.");
        // What fails before there is anything to save must not leave an earlier run's results, maybe of another notebook.
        if (File.Exists(target))
            File.Delete(target);
        var read = NotebookFile.Read(source);
        if (read.OtherKernel is { } kernel)
            throw new NotebookException(source, $"is written for the kernel {kernel}.", "workbook runs C#; open the notebook in Jupyter with that kernel.");
        var done = 0;
        var notebook = ParameterCell.Inject(read, options.Parameters, _name).Cleared();
        Save(notebook);
        var cells = Enumerable.Range(0, notebook.Cells.Count).Where(index => IsToRun(notebook.Cells[index])).ToList();
        progress.Report(new RunStep(_name, 0, cells.Count, "starting"));
        try
        {
            await using var session = await Session.StartAsync(
                new SessionOptions(Path.GetDirectoryName(Path.GetFullPath(source))!) { StartTimeout = options.StartTimeout },
                cancellation);
            var outputs = new OutputCollector(notebook);
            for (var count = 1; count <= cells.Count; count++)
            {
                var index = cells[count - 1];
                progress.Report(new RunStep(_name, count - 1, cells.Count, FirstLine(notebook.Cells[index].Source)));
                (notebook, var goOn) = await RunCellAsync(session, notebook, outputs, index, count, cancellation);
                if (cancellation.IsCancellationRequested)
                    return Result(RunStatus.Interrupted, read);
                done = count;
                if (!goOn)
                    break;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Result(RunStatus.Interrupted, read);
        }
        progress.Report(new RunStep(_name, done, cells.Count, done == cells.Count ? "done" : "stopped"));
        return Result(_failures.Count == 0 ? RunStatus.Succeeded : RunStatus.Failed, read);
    }

    private RunResult Result(RunStatus status, Notebook read) => new(target, status, _failures, _warnings)
    {
        Mendings = [.. read.Mendings.Select(mending => $"{_name}: {mending}")],
    };

    private static bool IsToRun(Cell cell) =>
        cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source) && !cell.HasTag(SkipTag);

    private static string FirstLine(string text) => text.TrimStart().Split('\n')[0].Trim();

    private async Task<(Notebook Notebook, bool GoOn)> RunCellAsync(
        Session session, Notebook notebook, OutputCollector outputs, int index, int count, CancellationToken cancellation)
    {
        var cell = notebook.Cells[index] with { ExecutionCount = count };
        var start = DateTime.UtcNow;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (options.CellTimeout is { } timeout)
            limit.CancelAfter(timeout);

        ErrorEvent? error = null;
        var status = CellStatus.Succeeded;
        await foreach (var received in session.ExecuteAsync(new ExecuteRequest(cell.Code, $"Cell {count}") { Cell = cell.Id }, limit.Token))
        {
            var message = received;
            if (message is DoneEvent done)
                status = done.Status;
            if (message is WarningEvent warning)
                _warnings.Add($"{_name}: {warning.Text}");
            if (message is ErrorEvent failed)
                message = error = TimedOut(limit, cancellation) ? Late(failed) : failed;
            foreach (var other in outputs.Add(index, count, message))
                notebook = notebook.WithCell(other, notebook.Cells[other] with { Outputs = [.. outputs[other]] });
        }
        outputs.EndCell();

        cell = (cell with { Outputs = [.. outputs[index]] }).WithMetadata("execution", Times(start, DateTime.UtcNow));
        notebook = notebook.WithCell(index, cell);
        Save(notebook);
        if (status == CellStatus.Succeeded || cancellation.IsCancellationRequested)
            return (notebook, true);
        if (status != CellStatus.Died && !TimedOut(limit, cancellation) && cell.HasTag(RaisesTag))
            return (notebook, true);
        _failures.Add(new CellFailure(_name, count, cell.Source, error!));
        return (notebook, options.AllowErrors && status != CellStatus.Died);
    }

    private static bool TimedOut(CancellationTokenSource limit, CancellationToken cancellation) =>
        limit.IsCancellationRequested && !cancellation.IsCancellationRequested;

    private ErrorEvent Late(ErrorEvent error)
    {
        var message = string.Create(CultureInfo.InvariantCulture,
            $"The cell did not finish within {options.CellTimeout!.Value.TotalSeconds:0.###} s (--timeout).");
        return error with { Name = TimeoutName, Value = message, Traceback = [message, .. error.Traceback] };
    }

    // nbclient's names, so that its tools read these notebooks too.
    private static JsonObject Times(DateTime start, DateTime end)
    {
        var (first, last) = (Stamp(start), Stamp(end));
        return new JsonObject
        {
            ["iopub.execute_input"] = first,
            ["iopub.status.busy"] = first,
            ["iopub.status.idle"] = last,
            ["shell.execute_reply"] = last,
        };
    }

    private static string Stamp(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private void Save(Notebook notebook) => NotebookWriter.Write(notebook, target);
}
