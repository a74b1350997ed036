using Workbook.Base;
using Workbook.Tests.Jupyter;

namespace Notebooks.Tests.Jupyter;

/// <summary>What a reader saves after running cells in an order of their own, turned into a page that no kernel and no network helps.</summary>
public sealed class SavedNotebookTests(BrowserFixture browser, JupyterHome home, LiveKernel kernel) : IClassFixture<JupyterHome>, IClassFixture<LiveKernel>
{
    private const string Script = "data-asset=";
    private const string Drawn = "[...document.querySelectorAll('[data-figure]')].map(box => box.dataset.state)";

    private static readonly Repository Project = Repository.Find(AppContext.BaseDirectory);

    private static readonly Dictionary<string, string> Cells = new()
    {
        ["setup"] = $"#r \"{Path.Combine(Project.Artifacts, "lib", "Diffusion.Charts.dll")}\"\nusing Diffusion.Charts;",
        ["first"] = """Chart.Bars([("one", 1), ("two", 2)], "First", "height")""",
        ["live"] = """var shown = display("training …"); System.Threading.Thread.Sleep(300); shown.Update(Chart.Bars([("loss", 3.5)], "Live", "loss"));""",
        ["last"] = """display(Chart.Bars([("three", 3), ("four", 4), ("five", 5)], "Last", "height"));""",
    };

    [Fact]
    public async Task Notebook_OfCellsRunAgainInAnotherOrder_ShowsEveryFigureOffline()
    {
        var notebook = new SavedNotebook(kernel.Client);
        Run(notebook, "setup", "first", "live", "last");
        await IsWholeAsync(notebook, 3, "in order");

        Run(notebook, "last", "first", "live");
        await IsWholeAsync(notebook, 3, "in another order");
        Assert.DoesNotContain("training", notebook.Text("live"), StringComparison.Ordinal);

        // The cell that carries the script no longer has a figure.
        notebook.Run("first", "\"no figure\"");
        await IsWholeAsync(notebook, 2, "without the first");
    }

    private static void Run(SavedNotebook notebook, params string[] cells)
    {
        foreach (var cell in cells)
            notebook.Run(cell, Cells[cell]);
    }

    private async Task IsWholeAsync(SavedNotebook notebook, int figures, string name)
    {
        Assert.Equal(1, notebook.Count(Script));
        var path = Path.Combine(home.Folder, $"{name}.ipynb");
        await notebook.SaveAsync(path);
        var converted = await home.Machine.RunAsync("jupyter-nbconvert", ["--to", "html", path], home.Folder);
        Assert.True(converted.Succeeded, converted.Tail());

        await using var open = await browser.OpenAsync(Path.ChangeExtension(path, ".html"), new() { Offline = true });
        foreach (var figure in await open.Page.Locator("[data-figure]").AllAsync())
            await figure.ScrollIntoViewIfNeededAsync();
        await open.Page.WaitForFunctionAsync($"{Drawn}.every(state => state === 'drawn' || state === 'failed')");

        Assert.Equal(Enumerable.Repeat("drawn", figures), await open.EvaluateAsync<string[]>(Drawn));
        Assert.DoesNotContain(open.RequestsElsewhere, url => url.Contains("plotly", StringComparison.Ordinal));
    }
}
