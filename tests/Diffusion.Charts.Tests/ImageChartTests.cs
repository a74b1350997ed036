using Diffusion.Charts.Plotly;
using Diffusion.Charts.Tests.Support;
using TorchSharp;

namespace Diffusion.Charts.Tests;

public sealed class ImageChartTests
{
    [Fact]
    public void ImageAnimation_LastFrame_HasTheTrueColours()
    {
        using var last = torch.rand(32, 3, 16, 16, generator: new torch.Generator(2)) * 2 - 1;
        var figure = Chart.ImageAnimation([(1, torch.zeros(32, 3, 16, 16)), (0, last)], "Two steps");
        var png = PngDecoder.Decode(Picture(figure.Frames![^1].Data[0]));
        Assert.Equal(((8 * 17) - 1, (4 * 17) - 1), (png.Width, png.Height));
        byte Channel(int channel) => (byte)Math.Round(255 * (last[0, channel, 0, 0].item<float>() + 1) / 2);
        Assert.Equal((Channel(0), Channel(1), Channel(2), 255), png.Pixels[0]);
    }

    [Fact]
    public void ImageAnimation_OneColour_IsNotStretched()
    {
        using var grey = torch.zeros(2, 3, 4, 4);
        var figure = Chart.ImageAnimation([(1, grey), (0, grey)], "Grey");
        Assert.All(figure.Frames!, frame => Assert.Equal((128, 128, 128, 255), PngDecoder.Decode(Picture(frame.Data[0])).Pixels[0]));
    }

    [Fact]
    public void ImageAnimation_EveryFrame_IsDrawnAnew() =>
        Assert.Contains("\"redraw\":true", Chart.ImageAnimation([(1, torch.zeros(1, 1, 4, 4)), (0, torch.zeros(1, 1, 4, 4))], "Two").ToJson());

    [Fact]
    public void ImageAnimation_StepsOfTwoSizes_IsRefused() => Assert.Contains("4×4", Assert.Throws<ArgumentException>(
        () => Chart.ImageAnimation([(1, torch.zeros(1, 1, 4, 4)), (0, torch.zeros(1, 1, 5, 4))], "Two")).Message);

    [Fact]
    public void ImageAnimation_PathsOfTwoLengths_IsRefused()
    {
        (int, torch.Tensor)[] two = [(1, torch.zeros(1, 1, 4, 4)), (0, torch.zeros(1, 1, 4, 4))];
        Assert.Throws<ArgumentException>(() => Chart.ImageAnimation([("a", two.AsEnumerable()), ("b", two.Take(1))], "Two"));
    }

    [Fact]
    public void ImageRows_Labels_StandAtTheMiddleOfTheirPictures()
    {
        var figure = Chart.ImageRows([("one", torch.zeros(2, 1, 4, 4)), ("two", torch.zeros(2, 1, 4, 4))], "Rows", ["a", "b"]);
        Assert.Equal("[1.5,6.5]", System.Text.Json.JsonSerializer.Serialize(figure.Layout.Axes["xaxis"].TickVals, FigureJson.Options));
        Assert.Equal(["one", "two"], figure.Layout.Axes["yaxis"].TickText!.Select(text => text.Trim()));
    }

    [Fact]
    public void ImageRows_HeadingsTooFew_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Chart.ImageRows([("one", torch.zeros(2, 1, 4, 4))], "Rows", ["a"]));

    [Fact]
    public void UNet_Stages_StandInRowsByResolution()
    {
        var figure = Chart.UNet(Samples.Down, Samples.Up, "Net");
        Assert.Equal(["data", "skip connection"], figure.Data.Select(trace => trace.Name));
        double Row(string name) => figure.Layout.Annotations!.Single(label => label.Text!.StartsWith($"<b>{name}<", StringComparison.Ordinal)).Y!.Value;
        Assert.Equal(Row("conv"), Row("up1"));
        Assert.True(Row("conv") > Row("down") && Row("down") > Row("vector"));
        Assert.Contains("2 skip connections", figure.AltText);
    }

    [Fact]
    public void UNet_EmbeddingIntoNothing_IsRefused() => Assert.Contains("up0, up1 and out", Assert.Throws<ArgumentException>(
        () => Chart.UNet(Samples.Down, Samples.Up, "Net", [("up9", "time")])).Message);

    [Fact]
    public void UNet_ShapeNotOfPictures_IsRefused() => Assert.Contains("“x”", Assert.Throws<ArgumentException>(
        () => Chart.UNet([("x", [3, 16])], Samples.Up, "Net")).Message);

    private static byte[] Picture(Trace trace) => Convert.FromBase64String(((ImageTrace)trace).Source.Split(',')[1]);
}
