using System.Text.Json.Nodes;
using Workbook.Base;
using Workbook.Sessions.Formatting;

namespace Notebooks.Tests;

/// <summary>Figures of other libraries, as a page draws them.</summary>
public sealed class LibraryChartTests(BrowserFixture browser) : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"charts-{Guid.NewGuid():N}.html");

    [Fact]
    public async Task Figure_OfAKindThatTheScriptLacks_SaysSoInItsPlace()
    {
        await WriteAsync(("scatter3d", "A cloud in space."), ("scattergl", "A large cloud."), ("scatter", "A cloud."));
        await using var page = await browser.OpenAsync(_file);

        await page.Page.WaitForFunctionAsync("document.querySelectorAll('[data-state=drawn], [data-state=failed]').length === 3");

        Assert.Equal(["failed", "drawn", "drawn"], await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-figure]')].map(box => box.dataset.state)"));
        Assert.Equal(
            "A cloud in space. (The plotly.js of this page cannot draw scatter3d.)",
            await page.EvaluateAsync<string>("document.querySelector('[data-state=failed]').textContent"));
        PageChecks.IsQuietAndOffline(page);
    }

    [Fact]
    public async Task Figure_WiderThanItsPage_IsMadeToFit()
    {
        await WriteAsync(("scatter", "A cloud."));
        await using var page = await browser.OpenAsync(_file, new() { ViewportSize = new() { Width = 360, Height = 700 } });

        await page.Page.WaitForFunctionAsync("document.querySelector('[data-state=drawn]')");

        await PageChecks.FitsTheWindowAsync(page);
        Assert.InRange(await page.EvaluateAsync<double>("document.querySelector('.main-svg').getBoundingClientRect().width"), 200, 360);
    }

    public void Dispose() => File.Delete(_file);

    private Task WriteAsync(params (string Kind, string Alt)[] figures)
    {
        var script = new Uri(Path.Combine(Repository.Find(AppContext.BaseDirectory).Assets, "plotly-cartesian.min.js"));
        var body = string.Concat(figures.Select(figure => PlotlyHtml.Render(
            JsonNode.Parse($$$"""{"data":[{"type":"{{{figure.Kind}}}","x":[1,2],"y":[1,2],"z":[1,2]}],"layout":{"width":600,"height":300}}""")!.AsObject(), figure.Alt)));
        return File.WriteAllTextAsync(_file, $"<!doctype html><meta charset=\"utf-8\"><script src=\"{script}\"></script>{body}");
    }
}
