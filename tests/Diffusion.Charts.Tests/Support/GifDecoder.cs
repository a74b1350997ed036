using SkiaSharp;

namespace Diffusion.Charts.Tests.Support;

/// <summary>A GIF file as SkiaSharp reads it.</summary>
internal sealed record GifDecoder(int Width, int Height, bool LoopsForever, IReadOnlyList<(int Hundredths, (int R, int G, int B)[] Pixels)> Frames)
{
    public static GifDecoder Decode(byte[] file)
    {
        using var stream = new SKMemoryStream(file);
        using var codec = SKCodec.Create(stream);
        Assert.Equal(SKEncodedImageFormat.Gif, codec.EncodedFormat);
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        return new(info.Width, info.Height, codec.RepetitionCount == -1,
            [.. Enumerable.Range(0, Math.Max(1, codec.FrameCount)).Select(i => (Hundredths(codec, i), Pixels(codec, info, i)))]);
    }

    // A single frame has no time of its own.
    private static int Hundredths(SKCodec codec, int frame) => codec.FrameCount == 0 ? 0 : codec.FrameInfo[frame].Duration / 10;

    private static (int R, int G, int B)[] Pixels(SKCodec codec, SKImageInfo info, int frame)
    {
        var pixels = new byte[info.BytesSize];
        unsafe
        {
            fixed (byte* first = pixels)
                Assert.Equal(SKCodecResult.Success, codec.GetPixels(info, (nint)first, new SKCodecOptions(frame)));
        }
        return [.. pixels.Chunk(4).Select(pixel => ((int)pixel[0], (int)pixel[1], (int)pixel[2]))];
    }
}
