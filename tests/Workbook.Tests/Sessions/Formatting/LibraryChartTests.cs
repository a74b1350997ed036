using System.Text.Json.Nodes;
using Plotly.NET.CSharp;
using Workbook.Documents;
using Workbook.Sessions.Formatting;
using X = XPlot.Plotly;

namespace Workbook.Tests.Sessions.Formatting;

/// <summary>Charts of the libraries themselves, which the host knows by name only.</summary>
public sealed class LibraryChartTests
{
    private static readonly string[] Representations = [MimeBundle.Plotly, MimeBundle.Html, MimeBundle.Plain];

    [Fact]
    public void Format_APlotlyNetChart_HasTheRepresentationsOfAFigure()
    {
        var chart = Chart.Combine(
        [
            Chart.Point<double, double, string>([1, double.NaN, 3], [2, 3, double.NegativeInfinity], Name: "NaN \"NaN\""),
            Chart.Line<double, double, string>([1, 2], [3, 4]),
        ]).WithSize(Width: 480, Height: 320);

        var data = ValueFormatter.Format(chart);

        Assert.Equal(Representations, data.Types);
        var first = data[MimeBundle.Plotly]!["data"]![0]!;
        Assert.Equal("[1,null,3]", Numbers(first["x"]!));
        Assert.Equal("[2,3,null]", Numbers(first["y"]!));
        Assert.Equal("NaN \"NaN\"", (string?)first["name"]);
        Assert.True((bool)data[MimeBundle.Plotly]!["config"]!["responsive"]!); // which toFigureJson leaves out
        Assert.Equal("A Plotly.NET chart of 2 traces (scatter).", data.Text(MimeBundle.Plain));
        Assert.Contains("max-width:480px", data.Text(MimeBundle.Html), StringComparison.Ordinal);
        Assert.Contains("aria-label=\"A Plotly.NET chart of 2 traces (scatter).\"", data.Text(MimeBundle.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Format_AnXPlotChart_HasTheRepresentationsOfAFigure()
    {
        var chart = X.Chart.Plot(new X.Trace[]
        {
            new X.Scatter { x = new[] { 1, double.NaN }, y = new[] { 1, double.PositiveInfinity } },
            new X.Bar { x = new[] { 1 }, y = new[] { 2 } },
        });
        chart.WithTitle("Loss");
        chart.WithXTitle("step");
        chart.WithLabels(["curve", "bar"]);
        chart.WithSize(300, 200);

        var data = ValueFormatter.Format(chart);

        Assert.Equal(Representations, data.Types);
        var figure = data[MimeBundle.Plotly]!;
        Assert.Equal("[1,null]", Numbers(figure["data"]![0]!["x"]!));
        Assert.Equal("curve", (string?)figure["data"]![0]!["name"]);
        Assert.Equal("Loss", (string?)figure["layout"]!["title"]!["text"]);
        Assert.Equal("step", (string?)figure["layout"]!["xaxis"]!["title"]!["text"]);
        Assert.Equal((300, 200), ((double)figure["layout"]!["width"]!, (double)figure["layout"]!["height"]!));
        Assert.Contains("max-width:300px", data.Text(MimeBundle.Html), StringComparison.Ordinal);
        Assert.Equal("Loss: an XPlot chart of 2 traces (scatter, bar).", data.Text(MimeBundle.Plain));
    }

    [Fact]
    public void Format_AnXPlotChartOfNothing_IsEmpty() =>
        Assert.Empty(ValueFormatter.Format(new X.PlotlyChart())[MimeBundle.Plotly]!["data"]!.AsArray());

    [Fact]
    public void Format_AChartAsOneType_IsThatAlone()
    {
        var chart = Chart.Line<int, int, string>([1], [2]);

        Assert.Equal([MimeBundle.Plotly], ValueFormatter.Format(chart, MimeBundle.Plotly).Types);
        Assert.Equal("A Plotly.NET chart (scatter).", ValueFormatter.Text(chart));
    }

    [Theory]
    [InlineData("""[NaN,-Infinity,Infinity,1.5]""", "[null,null,null,1.5]")]
    [InlineData("""{"NaN":"a \" NaN","b":"\\","c":NaN}""", """{"NaN":"a \" NaN","b":"\\","c":null}""")]
    public void WithoutSymbols_NumbersThatJsonLacks_AreNull(string written, string expected) =>
        Assert.Equal(expected, NewtonsoftJson.WithoutSymbols(written));

    private static string Numbers(JsonNode array) => $"[{string.Join(',', array.AsArray().Select(number => number is null ? "null" : ((double)number).ToString(null, null)))}]";
}
