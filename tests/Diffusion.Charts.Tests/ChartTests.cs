using System.Reflection;
using Diffusion.Charts.Display;
using Diffusion.Charts.Plotly;
using Diffusion.Charts.Tests.Support;

namespace Diffusion.Charts.Tests;

public sealed class ChartTests
{
    [Fact]
    public void Facade_EveryCall_HasASample()
    {
        var calls = typeof(Chart).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name).Order();
        var samples = Samples.All().Select(sample => sample.Method).Order();
        Assert.Equal(calls, samples);
    }

    [Fact]
    public void Facade_EveryResult_HasTitleAndAlternativeText()
    {
        foreach (var (_, name, shown) in Samples.All())
        {
            var title = shown is Figure figure ? figure.Title : ((Picture)shown).Title;
            var alt = shown.ToString()!;
            Assert.False(string.IsNullOrWhiteSpace(title), name);
            Assert.True(alt.Length > title.Length && alt.StartsWith(title, StringComparison.Ordinal) && !alt.Contains('\n'), $"{name}: {alt}");
        }
    }

    [Fact]
    public void Facade_EveryFigure_NamesItsAxes()
    {
        foreach (var (name, figure) in Samples.Figures())
        {
            foreach (var (key, axis) in figure.Layout.Axes)
            {
                var counted = axis.TickText is not null && axis.Title is null; // bars name their places instead
                Assert.True(counted || !string.IsNullOrWhiteSpace(axis.Title?.Value), $"{name}: {key}");
            }
        }
    }

    [Fact]
    public void Facade_EveryTrace_StandsOnAxesThatExist()
    {
        foreach (var (name, figure) in Samples.Figures())
        {
            foreach (var trace in figure.Data.Concat(figure.Frames?.SelectMany(frame => frame.Data) ?? []))
            {
                Assert.True(figure.Layout.Axes.ContainsKey((trace.XAxis ?? "x").Replace("x", "xaxis")), $"{name}: {trace.XAxis}");
                Assert.True(figure.Layout.Axes.ContainsKey((trace.YAxis ?? "y").Replace("y", "yaxis")), $"{name}: {trace.YAxis}");
            }
        }
    }

    [Theory]
    [InlineData("scatter")]
    [InlineData("scatter-sets")]
    [InlineData("strip")]
    [InlineData("panels")]
    [InlineData("density")]
    [InlineData("field")]
    [InlineData("animation")]
    [InlineData("animation-pair")]
    public void Geometry_InThePlane_HasEqualAxes(string name)
    {
        var axes = Samples.Figures().Single(sample => sample.Name == name).Figure.Layout.Axes;
        foreach (var (key, axis) in axes.Where(axis => axis.Key.StartsWith('y')))
            Assert.Equal(key.Replace("yaxis", "x"), axis.ScaleAnchor);
        Assert.All(axes.Values, axis => Assert.Equal("domain", axis.Constrain));
    }

    [Fact]
    public void Animation_AllFrames_KeepOneRange()
    {
        var figure = Chart.Animation(Samples.Path, "Moving points");
        Assert.NotNull(figure.Layout.Axes["xaxis"].Range);
        Assert.All(figure.Frames!, frame => Assert.IsType<ScatterTrace>(Assert.Single(frame.Data)));
        Assert.Equal(figure.Frames!.Count, Assert.Single(figure.Layout.Sliders!).Steps.Count);
    }

    [Fact]
    public void Lines_WithMoreNamesThanARowHolds_MakeRoomForThem()
    {
        double Top(params string[] names) => Chart.Lines([.. names.Select(name => (name, (Values)new double[] { 1, 2 }))], "Title", "x", "y").Layout.Margin!.T;
        Assert.Equal(Top("one", "two"), Top("one", "two", "three"));
        Assert.True(Top("DDPM", "DDPM, variance β̃ (DDIM, η = 1)", "DDIM", "DPM-Solver++(2M)", "real pictures") > Top("one", "two"));
    }

    [Fact]
    public void Bars_ReferenceJustBeyondABar_LabelStandsInsideThatBar()
    {
        var figure = Chart.Bars([("near", 0.91), ("far", 0.41), ("above", 0.97), ("tiny", 0.01)], "Quality", "distance", ("floor", 0.94));
        Assert.Equal(["inside", "outside", "outside", "outside"], Assert.IsType<BarTrace>(figure.Data[0]).TextPosition!);
        Assert.Equal(["outside"], ((BarTrace)Chart.Bars([("only", 1)], "Quality", "distance").Data[0]).TextPosition!);
    }

    [Fact]
    public void Animation_WhenPlayed_HoldsFirstAndLastFrame()
    {
        var order = (string[])Chart.Animation(Samples.Path, "Moving points", milliseconds: 100).Layout.UpdateMenus![0].Buttons[0].Args[0]!;
        Assert.Equal([.. Enumerable.Repeat("f0", 6), .. Enumerable.Repeat("f1", 6)], order);
    }

    [Fact]
    public void Animation_OfManySteps_ShowsFirstAndLastAndSaysSo()
    {
        var figure = Chart.Animation(Enumerable.Range(0, 1001).Select(t => (t, Samples.Three)), "Long");
        Assert.Equal(51, figure.Frames!.Count);
        Assert.Equal("0", figure.Layout.Sliders![0].Steps[0].Label);
        Assert.Equal("1000", figure.Layout.Sliders[0].Steps[^1].Label);
        Assert.Contains("51 of 1001 steps", figure.Caption);
    }

    [Fact]
    public void Animation_OfUnequalLengths_IsRefused() =>
        Assert.Contains("2 and 1", Assert.Throws<ArgumentException>(() => Chart.Animation([("a", Samples.Path.AsEnumerable()), ("b", Samples.Path.Take(1))], "Uneven")).Message);

    [Fact]
    public void Scatter_OfManyPoints_IsThinnedAndSaysSo()
    {
        var figure = Chart.Scatter(Samples.Cloud(10_000), "Many");
        Assert.Equal(2000, ((ScatterTrace)figure.Data[0]).X!.Values.Length);
        Assert.Equal("Drawn: every 5th of 10\u202f000 points.", figure.Caption);
    }

    [Fact]
    public void Scatter_OfFewPoints_SaysNothing() => Assert.Null(Chart.Scatter(Samples.Three, "Few").Caption);

    [Fact]
    public void Strip_OfTwentyPanels_StaysSmall()
    {
        var figure = Chart.Strip(Enumerable.Range(0, 20).Select(t => (t, Samples.Cloud(10_000, t))), "Twenty panels");
        Assert.InRange(FigureHtml.Render(figure, "f", "").Length, 100_000, 1_500_000);
    }

    [Fact]
    public void Strip_Points_KeepTheirColourFromDataToNoise()
    {
        var figure = Chart.Strip(Samples.Path, "Two steps");
        var first = PngDecoder.Decode(Convert.FromBase64String(figure.Layout.Images![0].Source.Split(',')[1]));
        var last = PngDecoder.Decode(Convert.FromBase64String(figure.Layout.Images[^1].Source.Split(',')[1]));
        Assert.Equal(TimeRamp.At(0), first.DarkestHex);
        Assert.Equal(TimeRamp.At(1), last.DarkestHex);
    }

    [Fact]
    public void Strip_PointsOutsideTheRange_AreCounted() =>
        Assert.Contains("1 of 3 points lie outside", Chart.Strip([(0, Samples.Three)], "One", range: PlotRange.Around(1.5)).Caption);

    [Fact]
    public void Lines_OfUnequalLengths_AreRefused() => Assert.Contains("3 and 2", Assert.Throws<ArgumentException>(
        () => Chart.Lines([("a", (Values)new[] { 1.0, 2, 3 }, (Values)new[] { 1.0, 2 })], "Uneven", "x", "y")).Message);

    [Fact]
    public void Lines_WithZeroOnALogarithmicAxis_AreRefused() => Assert.Contains("positive", Assert.Throws<ArgumentException>(
        () => Chart.Lines([("a", (Values)new[] { 1.0, 0 })], "Zero", "x", "y", new LineOptions { LogY = true })).Message);

    [Fact]
    public void Loss_Average_IsOfAllSteps()
    {
        var figure = Chart.Loss(Enumerable.Repeat(0.25, 5000).ToList());
        Assert.All(((ScatterTrace)figure.Data[1]).Y!.Values.ToArray(), value => Assert.Equal(0.25, value, 1e-12));
        Assert.Equal(5000, ((ScatterTrace)figure.Data[1]).X!.Values[^1]);
    }

    [Fact]
    public void Schedules_OfSeveral_ShowOneAtATimeInColour()
    {
        var figure = Chart.Schedules([("a", Samples.Schedule), ("b", Samples.Schedule)]);
        Assert.Equal(2, figure.Layout.Sliders![0].Steps.Count);
        Assert.Equal(5, figure.Data.Count(trace => trace.Visible == true));
        Assert.Equal(5, figure.Data.Count(trace => trace.Visible == false));
    }

    [Fact]
    public void EmptySequence_IsRefused() =>
        Assert.Contains("nothing to draw", Assert.Throws<ArgumentException>(() => Chart.Strip(Array.Empty<(int, PointCloud)>(), "Nothing")).Message);

    [Fact]
    public void EmptyTitle_IsRefused() => Assert.Throws<ArgumentException>(() => Chart.Scatter(Samples.Three, " "));

    [Fact]
    public void Arrows_OfAnotherNumber_AreRefused() => Assert.Contains("4 and 9", Assert.Throws<ArgumentException>(
        () => Chart.Field(PlotRange.Around(1).Grid(2), PlotRange.Around(1).Grid(3), "Uneven")).Message);
}
