using SkiaSharp;

namespace Diffusion.Charts.Tests.Support;

/// <summary>A PNG file as SkiaSharp reads it.</summary>
internal sealed record PngDecoder(int Width, int Height, IReadOnlyList<(int R, int G, int B, int A)> Pixels)
{
    /// <summary>The colour of the pixel that covers most.</summary>
    public string DarkestHex => Pixels.MaxBy(pixel => pixel.A) is var (r, g, b, _) ? $"#{r:X2}{g:X2}{b:X2}" : "";

    public static PngDecoder Decode(byte[] file)
    {
        using var stream = new SKMemoryStream(file);
        using var codec = SKCodec.Create(stream);
        Assert.Equal(SKEncodedImageFormat.Png, codec.EncodedFormat);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        Assert.Equal(SKCodecResult.Success, codec.GetPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul), out var pixels));
        return new(width, height, [.. pixels.Chunk(4).Select(pixel => ((int)pixel[0], (int)pixel[1], (int)pixel[2], (int)pixel[3]))]);
    }
}
