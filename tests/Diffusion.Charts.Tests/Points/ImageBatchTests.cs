using Diffusion.Charts.Tests.Support;
using TorchSharp;

namespace Diffusion.Charts.Tests.Points;

public sealed class ImageBatchTests
{
    [Fact]
    public void Pictures_OfKnownColours_KeepThemEnlarged()
    {
        using var red = torch.full([1, 3, 2, 2], -1f);
        red[0, 0] = torch.ones(2, 2);
        var png = PngDecoder.Decode(Chart.Images(ImageBatch.FromTensor(red), "Red", scale: 3).Bytes.ToArray());
        Assert.Equal((6, 6), (png.Width, png.Height));
        Assert.All(png.Pixels, pixel => Assert.Equal((255, 0, 0, 255), pixel));
    }

    [Fact]
    public void Pictures_OfAConstantChannel_AreNotStretched()
    {
        using var half = torch.zeros(1, 1, 2, 2);
        var png = PngDecoder.Decode(Chart.Images(ImageBatch.FromTensor(half), "Grey", scale: 1).Bytes.ToArray());
        Assert.All(png.Pixels, pixel => Assert.Equal((128, 128, 128, 255), pixel));
    }

    [Fact]
    public void Pictures_BeyondTheScale_AreShownAsItsEndsAndCounted()
    {
        using var bright = torch.full([1, 1, 2, 2], 5f);
        var picture = Chart.Images(ImageBatch.FromTensor(bright, 0, 1), "Bright");
        Assert.Contains("100 %", picture.Caption);
        Assert.All(PngDecoder.Decode(picture.Bytes.ToArray()).Pixels, pixel => Assert.Equal((255, 255, 255, 255), pixel));
    }

    [Theory]
    [InlineData(1.007, 0)]
    [InlineData(-1.009, 1)]
    public void Pictures_BeyondTheScaleByAShade_AreNotCounted(double value, double share)
    {
        using var pixels = torch.full([1, 1, 2, 2], value);
        Assert.Equal(share, ImageBatch.FromTensor(pixels).Clipped);
    }

    [Theory]
    [InlineData(new long[] { 2, 2 })]
    [InlineData(new long[] { 1, 2, 2, 2 })]
    public void Tensor_OfAnotherShape_IsRefused(long[] shape)
    {
        using var tensor = torch.zeros(shape);
        Assert.Contains("[N, C, H, W]", Assert.Throws<ArgumentException>(() => ImageBatch.FromTensor(tensor)).Message);
    }

    [Fact]
    public void NotANumber_IsRefused()
    {
        using var tensor = torch.full([1, 1, 2, 2], float.NaN);
        Assert.Contains("not a number", Assert.Throws<ArgumentException>(() => ImageBatch.FromTensor(tensor)).Message);
    }

    [Fact]
    public void Scale_UpsideDown_IsRefused()
    {
        using var tensor = torch.zeros(1, 1, 2, 2);
        Assert.Throws<ArgumentException>(() => ImageBatch.FromTensor(tensor, 1, -1));
    }

    [Fact]
    public void FromTensor_Bytes_AreRefusedUnlessTheirRangeIsNamed()
    {
        using var bytes = torch.full([1, 1, 2, 2], 51, dtype: torch.ScalarType.Byte);
        Assert.Contains("ImageBatch.FromTensor(images, 0, 255)", Assert.Throws<ArgumentException>(() => ImageBatch.FromTensor(bytes)).Message, StringComparison.Ordinal);
        Assert.Equal(new Rgb(51, 51, 51), ImageBatch.FromTensor(bytes, 0, 255).Pixel(0, 0, 0));
    }
}
