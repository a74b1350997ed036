using Diffusion.Charts.Raster;
using Diffusion.Charts.Tests.Support;

namespace Diffusion.Charts.Tests.Raster;

public sealed class GifEncoderTests
{
    [Theory]
    [InlineData(2, 5, 7)]
    [InlineData(3, 16, 16)]
    [InlineData(16, 64, 48)]
    [InlineData(200, 90, 90)]
    [InlineData(256, 300, 200)] // noise fills the table of codes many times
    public void Encode_UpTo256Colours_KeepsEveryPixel(int colors, int width, int height)
    {
        var random = new Random(colors);
        var images = Enumerable.Range(0, 3).Select(_ => Noise(random, colors, width, height)).ToArray();
        var gif = GifDecoder.Decode(GifEncoder.Encode([.. images.Select((image, i) => (image, 10 + i))]));
        Assert.Equal((width, height, 3), (gif.Width, gif.Height, gif.Frames.Count));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(10 + i, gif.Frames[i].Hundredths);
            Assert.Equal(images[i].Pixels.ToArray().Select(pixel => ((int)pixel.R, (int)pixel.G, (int)pixel.B)), gif.Frames[i].Pixels);
        }
    }

    [Fact]
    public void Encode_OneColour_KeepsIt()
    {
        // Long runs of one index are where code sizes grow at every possible place.
        foreach (var side in Enumerable.Range(1, 70))
        {
            var gif = GifDecoder.Decode(GifEncoder.Encode([(new RgbImage(side, side, new Rgb(1, 2, 3)), 5)]));
            Assert.All(gif.Frames[0].Pixels, pixel => Assert.Equal((1, 2, 3), pixel));
        }
    }

    [Fact]
    public void Encode_ManyColours_StaysNearThem()
    {
        var image = new RgbImage(64, 64, Rgb.White);
        for (var y = 0; y < 64; y++)
        {
            for (var x = 0; x < 64; x++)
                image[x, y] = new Rgb((byte)(4 * x), (byte)(4 * y), (byte)(2 * (x + y)));
        }

        var gif = GifDecoder.Decode(GifEncoder.Encode([(image, 5)]));
        var original = image.Pixels.ToArray();
        var mean = gif.Frames[0].Pixels.Select((pixel, i) => Math.Abs(pixel.R - original[i].R) + Math.Abs(pixel.G - original[i].G) + Math.Abs(pixel.B - original[i].B)).Average();
        Assert.InRange(mean, 0, 24);
    }

    [Fact]
    public void Encode_Animation_LoopsForever() =>
        Assert.True(GifDecoder.Decode(GifEncoder.Encode([(new RgbImage(2, 2, Rgb.White), 5)])).LoopsForever);

    [Fact]
    public void Encode_FramesOfTwoSizes_IsRefused() => Assert.Contains("4×4", Assert.Throws<ArgumentException>(
        () => GifEncoder.Encode([(new RgbImage(4, 4, Rgb.White), 5), (new RgbImage(4, 5, Rgb.White), 5)])).Message);

    [Fact]
    public void Gif_OfBothDirections_ShowsAllStepsAndHoldsTheEnds()
    {
        var picture = Chart.Gif(Samples.Path, Samples.Path.Reverse(), "There and back", side: 80, hundredths: 9);
        var gif = GifDecoder.Decode(picture.Bytes.ToArray());
        Assert.Equal(4, picture.Frames);
        Assert.Equal((picture.Width, picture.Height, 4), (gif.Width, gif.Height, gif.Frames.Count));
        Assert.All(gif.Frames, frame => Assert.Equal(120, frame.Hundredths));
        Assert.NotEqual(gif.Frames[0].Pixels, gif.Frames[1].Pixels);
    }

    [Fact]
    public void Gif_OfASequence_GivesInnerFramesTheirTime()
    {
        var path = Enumerable.Range(0, 5).Select(t => (t, Samples.Three));
        var gif = GifDecoder.Decode(Chart.Gif(path, "Five", side: 64, hundredths: 9).Bytes.ToArray());
        Assert.Equal([120, 9, 9, 9, 120], gif.Frames.Select(frame => frame.Hundredths));
    }

    private static RgbImage Noise(Random random, int colors, int width, int height)
    {
        var image = new RgbImage(width, height, Rgb.White);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var color = random.Next(colors);
                image[x, y] = new Rgb((byte)color, (byte)(255 - color), (byte)(color * 7));
            }
        }

        return image;
    }
}
