using System.Text.RegularExpressions;
using Diffusion.Charts.Display;
using Diffusion.Charts.Tests.Support;

namespace Diffusion.Charts.Tests.Display;

/// <summary>Draws every figure of the façade in a real browser, where set-up has brought Plotly and a browser is at hand.</summary>
public sealed partial class DrawnFigureTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<script>window.define = function () { window.stray = true; }; window.define.amd = {};</script>")] // classic Jupyter
    public async Task Figures_OnAPage_AreAllDrawn(string before)
    {
        string? program = Browser.Program(), plotly = Browser.Plotly();
        Assert.SkipWhen(program is null, "No Chromium on the path.");
        Assert.SkipWhen(plotly is null, "Plotly's script is not in artifacts/assets; `workbook setup` fetches it.");

        var script = PlotlyScript.Element(await File.ReadAllTextAsync(plotly, TestContext.Current.CancellationToken));
        var figures = Samples.Figures().ToArray();
        var dom = await Browser.Load(
            program,
            $"""
            <!doctype html><html><head><meta charset="utf-8">{before}<script>window.onerror = function (m) {ReportError};</script></head><body>
            {string.Concat(figures.Select((sample, i) => FigureHtml.Render(sample.Figure, sample.Name, i == 0 ? script : "")))}
            <script>{DrawAll}</script></body></html>
            """,
            TestContext.Current.CancellationToken);

        Assert.DoesNotContain("class=\"went-wrong\"", dom);
        foreach (var (name, figure) in figures)
        {
            var box = Box(name).Match(dom);
            Assert.True(box.Success && box.Value.Contains("data-state=\"drawn\"", StringComparison.Ordinal), $"{name} was not drawn.");
        }

        Assert.Equal(figures.Sum(sample => sample.Figure.Data.Select(trace => (trace.XAxis ?? "x", trace.YAxis ?? "y")).Distinct().Count()), Panel().Count(dom));
    }

    [Fact]
    public async Task Figures_WhereThePageGivesAHeight_StayReadable()
    {
        string? program = Browser.Program(), plotly = Browser.Plotly();
        Assert.SkipWhen(program is null, "No Chromium on the path.");
        Assert.SkipWhen(plotly is null, "Plotly's script is not in artifacts/assets; `workbook setup` fetches it.");
        var script = PlotlyScript.Element(await File.ReadAllTextAsync(plotly, TestContext.Current.CancellationToken));
        var figures = Samples.Figures().ToDictionary(sample => sample.Name, sample => sample.Figure);
        var many = Chart.Panels(Enumerable.Range(0, 20).Select(i => ($"panel {i}", Samples.Three)), "Twenty panels");

        var dom = await Browser.Load(
            program,
            $"""
            <!doctype html><html><head><meta charset="utf-8"><style>body [data-figure] {FixedHeight}</style></head><body>
            {FigureHtml.Render(figures["lines"], "lines", script)}{FigureHtml.Render(figures["schedules"], "schedules", "")}{FigureHtml.Render(many, "many", "")}
            <script>{DrawAll}</script></body></html>
            """,
            TestContext.Current.CancellationToken);

        Assert.Equal(360, HeightOf("lines", dom), 0.5);
        Assert.Equal(468, HeightOf("schedules", dom), 0.5); // three stacked axes, pressed flat, could not be read
        Assert.InRange(HeightOf("many", dom), 100, 300); // ten columns in two rows; five in four would fill the height with smaller panels
    }

    private const string FixedHeight = "{ --figure-height: 360; --figure-font: 14 }";

    private static double HeightOf(string id, string dom) => double.Parse(
        Regex.Match(dom, $"id=\"{id}\".*?class=\"main-svg\"[^>]* height=\"([0-9.]+)\"", RegexOptions.Singleline).Groups[1].Value,
        System.Globalization.CultureInfo.InvariantCulture);

    private const string ReportError = "{ var e = document.createElement('p'); e.className = 'went-wrong'; e.textContent = m; document.body.appendChild(e); }";

    // Far figures are drawn when they come near, or when the page is printed.
    private const string DrawAll = "window.addEventListener('load', function () { window.dispatchEvent(new Event('beforeprint')); });";

    private static Regex Box(string id) => new($"<div [^>]*id=\"{id}\"[^>]*>");

    [GeneratedRegex("<g class=\"subplot [xy0-9]+\">")]
    private static partial Regex Panel();
}
