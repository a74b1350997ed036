using Diffusion.Charts.Raster;
using Diffusion.Charts.Tests.Support;
using TorchSharp;

namespace Diffusion.Charts.Tests.Raster;

public sealed class ImageSheetTests
{
    private static readonly Rgb Blue = new(0, 0, 255);

    [Fact]
    public void Tile_TwoPictures_LeavesTheGapToThePage()
    {
        using var pictures = torch.ones(2, 3, 2, 2);
        var png = PngDecoder.Decode(Png.Encode(ImageSheet.Tile(pictures, columns: 2, scale: 1, gap: 1, clear: true)));
        Assert.Equal((5, 2), (png.Width, png.Height));
        Assert.Equal([255, 255, 0, 255, 255], png.Pixels.Take(5).Select(pixel => pixel.A));
    }

    [Fact]
    public void Rows_OfDifferentLengths_AreFilledWithNothing()
    {
        using var two = torch.ones(2, 1, 2, 2);
        using var one = torch.zeros(1, 1, 2, 2);
        var sheet = ImageSheet.Rows([two, one], gap: 1);
        Assert.Equal((5, 5), (sheet.Width, sheet.Height));
        Assert.Equal((new Rgb(128, 128, 128), sheet.Clear), (sheet[0, 3], sheet[3, 3]));
    }

    [Fact]
    public void Clear_OfAnySheet_IsNoColourOfIt()
    {
        using var random = torch.rand(3, 3, 40, 40) * 4 - 2;
        ImageBatch pictures = random;
        var sheet = ImageSheet.Tile(pictures, 3, 1, 0, clear: true);
        Assert.DoesNotContain(sheet.Clear, sheet.Pixels.ToArray().Select(pixel => (Rgb?)pixel));
    }

    [Fact]
    public void EncodeIndexed_FewColours_KeepsThemAndNothing()
    {
        var image = new RgbImage(3, 1, Blue) { Clear = Rgb.White };
        image[1, 0] = Rgb.White;
        var png = PngDecoder.Decode(Png.EncodeIndexed(image));
        Assert.Equal([(0, 0, 255, 255), (255, 255, 255, 0), (0, 0, 255, 255)], png.Pixels);
    }

    [Fact]
    public void EncodeIndexed_Noise_StaysNearItAndIsSmaller()
    {
        using var noise = torch.randn(32, 3, 16, 16, generator: new torch.Generator(1));
        var sheet = ImageSheet.Tile(noise, 8, 1, 1, clear: true);
        byte[] small = Png.EncodeIndexed(sheet), exact = Png.Encode(sheet);
        Assert.InRange(small.Length, 1, exact.Length / 2);
        var (near, all) = (PngDecoder.Decode(small).Pixels, PngDecoder.Decode(exact).Pixels);
        Assert.InRange(near.Zip(all, (a, b) => Math.Abs(a.R - b.R) + Math.Abs(a.G - b.G) + Math.Abs(a.B - b.B)).Where((_, i) => all[i].A > 0).Average(), 0, 60);
        Assert.Equal(all.Select(pixel => pixel.A), near.Select(pixel => pixel.A));
    }
}
