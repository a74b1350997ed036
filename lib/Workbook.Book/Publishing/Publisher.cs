using Workbook.Base;
using Workbook.Book.Pages;
using Workbook.Documents;

namespace Workbook.Book.Publishing;

/// <summary>Puts a run's results into the committed notebook, as text and pictures that need no kernel to be read.</summary>
/// <param name="repository">The project.</param>
/// <param name="painter">Draws figures and animations.</param>
/// <param name="limit">The most bytes that a notebook may take.</param>
internal sealed class Publisher(Repository repository, FigurePainter painter, int limit = Publisher.Limit)
{
    /// <summary>The most that a committed notebook may take.</summary>
    public const int Limit = 1_500_000;

    /// <summary>From sharp on any screen to just legible: the first at which the notebook is small enough is taken.</summary>
    private static readonly double[] Scales = [2, 1.5, 1.25, 1];

    private readonly Privacy _privacy = new(repository);

    /// <param name="source">The notebook, which is rewritten: only outputs and their numbers change.</param>
    /// <param name="executed">Its executed copy.</param>
    /// <param name="cancellation">Gives up; the notebook is then as it was.</param>
    /// <returns>The size of the notebook in bytes.</returns>
    /// <exception cref="BookException">The run does not fit the notebook, failed, tells of this machine, or is too big.</exception>
    public async Task<int> PublishAsync(string source, string executed, CancellationToken cancellation)
    {
        var run = NotebookRun.Read(source, executed);
        Check(source, run);
        var written = NotebookReader.Read(source);
        var cells = run.Notebook.Cells.ToDictionary(cell => cell.Id, StringComparer.Ordinal);
        foreach (var scale in Scales)
        {
            var published = await FillAsync(written, cells, new StaticOutputs(painter, scale), cancellation);
            var text = NotebookWriter.ToText(published);
            var size = System.Text.Encoding.UTF8.GetByteCount(text);
            if (size > limit)
                continue;
            Aside.WriteText(source, text);
            return size;
        }
        throw new BookException($"{source} would be larger than {limit / 1e6:0.0##} MB even with its figures at their coarsest. " +
            $"The largest outputs are in {Largest(run.Notebook)}. Show fewer or smaller pictures there.");
    }

    private static void Check(string source, NotebookRun run)
    {
        if (run.Status != PageStatus.Complete)
            throw new BookException($"{source}: its last run {Notices.Label(run.Status)}. Only a run without errors is published.");
        if (run.Stale || run.HasParameters)
            throw new BookException($"{source}: its last run was of another version, or with parameters of its own. Run it as it is.");
    }

    private async Task<Notebook> FillAsync(Notebook written, Dictionary<string, Cell> run, StaticOutputs outputs, CancellationToken cancellation)
    {
        var cells = new List<Cell>();
        foreach (var cell in written.Cells)
        {
            if (cell.Kind != CellKind.Code)
            {
                cells.Add(cell);
                continue;
            }
            var ran = run[cell.Id];
            var made = await outputs.OfAsync(ran, cancellation);
            cells.Add(cell with { ExecutionCount = ran.ExecutionCount, Outputs = [.. made.Select(output => _privacy.Clean(cell, output))] });
        }
        return written with { Cells = cells };
    }

    private static string Largest(Notebook run) => string.Join(", ", run.Cells
        .OrderByDescending(cell => cell.Outputs.OfType<RichOutput>().Sum(output => output.Data.Sum(entry => output.Data.Text(entry.Key)?.Length ?? 0)))
        .Take(3).Select(cell => $"cell {cell.Id}"));
}
