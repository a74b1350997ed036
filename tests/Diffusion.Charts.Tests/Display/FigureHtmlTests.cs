using Diffusion.Charts.Display;
using Diffusion.Charts.Tests.Support;

namespace Diffusion.Charts.Tests.Display;

public sealed class FigureHtmlTests
{
    private static readonly Figure Shown = Chart.Scatter(Samples.Three, "Points & <marks>");

    [Fact]
    public void Render_WithTheScript_CarriesItOnceAndGuarded()
    {
        var html = FigureHtml.Render(Shown, "f1", PlotlyScript.Element("window.Plotly={};"));
        Assert.Single(html.Split(PlotlyScript.OpeningTag)[1..]);
        Assert.Contains("if(!window.Plotly)(function(define,module,exports){window.Plotly={};", html);
    }

    [Fact]
    public void Render_WithoutTheScript_SaysWhereItIs()
    {
        var html = FigureHtml.Render(Shown, "f1", "");
        Assert.DoesNotContain(PlotlyScript.OpeningTag, html);
        Assert.Matches("src: \"https://cdn\\.jsdelivr\\.net/npm/plotly\\.js-cartesian-dist-min@[0-9.]+/", html);
        Assert.Contains("integrity: \"sha384-", html);
    }

    [Fact]
    public void Render_Words_AreEscaped()
    {
        var html = FigureHtml.Render(Shown, "f1", "");
        Assert.Contains("Points &amp; &lt;marks&gt;", html);
        Assert.DoesNotContain("<marks>", html);
    }

    [Fact]
    public void Render_StillFigure_IsAnImageWithAlternativeText()
    {
        var html = FigureHtml.Render(Shown, "f1", "");
        Assert.Contains("role=\"img\" aria-label=\"Points &amp; &lt;marks&gt;: scatter plot of 3 points.\"", html);
        Assert.Contains("<noscript>Points", html);
    }

    [Fact]
    public void Render_FigureWithControls_CanBeReachedByKeys() =>
        Assert.Contains("role=\"group\"", FigureHtml.Render(Chart.Animation(Samples.Path, "Moving"), "f1", ""));

    [Fact]
    public void Render_Twice_GivesOwnIds() =>
        Assert.NotEqual(Id(FigureHtml.Render(Shown)), Id(FigureHtml.Render(Shown)));

    [Fact]
    public void Render_AnyFigure_ClosesNoScriptEarly()
    {
        foreach (var (name, figure) in Samples.Figures())
            Assert.True(FigureHtml.Render(figure, "f1", "").Split("</script").Length == 2, name);
    }

    private static string Id(string html) => html.Split("id=\"")[1].Split('"')[0];
}
