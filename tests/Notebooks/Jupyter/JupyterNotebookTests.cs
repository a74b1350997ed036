using Workbook.Sessions.Running;
using Workbook.Tests.Jupyter;

namespace Notebooks.Tests.Jupyter;

/// <summary>The first notebook as a reader steps through it, in Debian's Jupyter Notebook and a real browser.</summary>
public sealed class JupyterNotebookTests(BrowserFixture browser, JupyterHome home) : IClassFixture<JupyterHome>
{
    private const string Setup = "setup", Parameters = "parameters", Schedule = "schedule", Explore = "schedule-explore", Train = "train";

    [Fact]
    public async Task Notebook_InABrowser_IsSteppedThroughChangedInterruptedAndRestarted()
    {
        await using var server = await NotebookServer.StartAsync(home, "01-swiss-roll", new Parameter("trainingSteps", "1_000_000"));
        await using var open = await browser.OpenAsync(server.Notebook.AbsoluteUri);
        var page = new NotebookPage(open);
        await page.IsReadyAsync();

        // Cell by cell, up to the training.
        await page.SelectAsync(Setup);
        while (await page.SelectedAsync() != Train)
            await page.RunAsync();
        Assert.Empty(await page.FailedAsync());
        var first = await page.ChartAsync(Explore);
        await page.ChartAsync("data");
        Assert.StartsWith("ᾱ at t = 1: 0.9999", await page.TextAsync(Schedule), StringComparison.Ordinal);

        // A million updates, whose picture is drawn anew again and again, interrupted; what was there before still is.
        await page.StartAsync(Train);
        var picture = await page.ChartAsync(Train);
        await page.ChartAsync(Train, otherThan: picture);
        await page.InterruptAsync(Train);
        Assert.Equal([Train], await page.FailedAsync());
        Assert.Contains("was interrupted", await page.TextAsync(Train), StringComparison.Ordinal);

        // Other betas: the same cells again draw another chart.
        var text = await page.TextAsync(Schedule);
        await page.WriteAsync(Parameters, "firstBeta = 1e-4", "firstBeta = 4e-3");
        foreach (var cell in new[] { Parameters, Schedule, Explore })
        {
            await page.SelectAsync(cell);
            await page.RunAsync();
        }
        Assert.NotEqual(text, await page.TextAsync(Schedule));
        Assert.NotEqual(first, await page.ChartAsync(Explore));

        // A new session knows nothing, until the cells have run again; then the charts are back.
        await page.RestartAsync();
        await page.SelectAsync(Schedule);
        await page.RunAsync();
        Assert.Contains("'T' does not exist", await page.TextAsync(Schedule), StringComparison.Ordinal);
        foreach (var cell in new[] { Setup, Parameters, "data", Schedule, Explore })
        {
            await page.SelectAsync(cell);
            await page.RunAsync();
        }
        Assert.NotEqual(first, await page.ChartAsync(Explore));
        await page.ChartAsync("data");
    }
}
