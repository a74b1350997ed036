using Diffusion.Charts.Raster;
using Diffusion.Charts.Tests.Support;

namespace Diffusion.Charts.Tests.Raster;

public sealed class CanvasTests
{
    [Fact]
    public void Dot_OfARadius_CoversItsArea()
    {
        var canvas = new Canvas(40, 40);
        canvas.Dot(20.3, 19.6, 8, opacity: 1);
        double area = Enumerable.Range(0, 1600).Sum(i => canvas[i % 40, i / 40]);
        Assert.Equal(Math.PI * 64, area, 4.0);
    }

    [Fact]
    public void Dots_OverEachOther_GrowDarker()
    {
        var canvas = new Canvas(5, 5);
        canvas.Dot(2.5, 2.5, 2, 0.5);
        canvas.Dot(2.5, 2.5, 2, 0.5);
        Assert.Equal(0.75, canvas[2, 2], 1e-6);
    }

    [Fact]
    public void Dot_AtTheEdge_IsCut()
    {
        var canvas = new Canvas(5, 5);
        canvas.Dot(0, 0, 3, 1);
        Assert.True(canvas[0, 0] > 0.9 && canvas[4, 4] == 0);
    }

    [Fact]
    public void Cloud_UpperRightPoint_StandsUpperRight()
    {
        var canvas = CloudPainter.Paint(new float[,] { { 0.8f, 0.8f } }, PlotRange.Around(1), 100, 100);
        Assert.True(canvas[90, 10] > 0.5);
        Assert.Equal(0, canvas[10, 90]);
    }

    [Fact]
    public void Cloud_AsPng_KeepsColourAndCover()
    {
        var canvas = CloudPainter.Paint(Samples.Three, PlotRange.Around(3), 63, 40); // an odd width ends in half a byte
        var png = PngDecoder.Decode(Png.Encode(canvas, new Rgb(10, 20, 30)));
        Assert.Equal((63, 40), (png.Width, png.Height));
        for (var i = 0; i < png.Pixels.Count; i++)
        {
            Assert.Equal((10, 20, 30), (png.Pixels[i].R, png.Pixels[i].G, png.Pixels[i].B));
            Assert.InRange(png.Pixels[i].A / 255.0, canvas[i % 63, i / 63] - 0.034, canvas[i % 63, i / 63] + 0.034);
        }
    }
}
