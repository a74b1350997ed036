using SkiaSharp;
using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>A picture as it was read, and what was done to it.</summary>
/// <param name="Pixels">uint8 [3, H, W].</param>
/// <param name="Width">The picture's own width, once it is turned.</param>
/// <param name="Height">The picture's own height, once it is turned.</param>
/// <param name="Frames">How many frames there are; the first was read.</param>
internal sealed record DecodedPicture(StoredTensor Pixels, int Width, int Height, int Frames)
{
    // Four bytes a pixel while it is decoded: 400 MB.
    private const int MaxPixels = 100_000_000;
    public static DecodedPicture Of(byte[] file, string name, int? size)
    {
        if (!BeginsAsPicture(file))
        {
            FileKind.Refuse(file, name, "a picture");
            throw BadFile.Error(name, "it does not begin as a picture in the format PNG, JPEG, WebP, GIF or BMP does, whatever its name says",
                "Save the picture in one of them, or remove the file");
        }
        PngChecksums.Check(file, name);
        using var stream = new SKMemoryStream(file);
        using var codec = SKCodec.Create(stream, out var opened);
        if (codec is null) throw Unreadable(name, opened);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MaxPixels)
            throw BadFile.Error(name, $"it has {width}×{height} pixels, more than the {MaxPixels / 1_000_000} million allowed", "Make the picture smaller");
        var coarse = Coarse(codec, size);
        var info = new SKImageInfo(coarse.Width, coarse.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var result = codec.GetPixels(info, out var pixels);
        if (result != SKCodecResult.Success) throw Unreadable(name, result);
        var turned = Orientation.Planes(pixels, coarse.Width, coarse.Height, codec.EncodedOrigin);
        var planes = size is { } side ? AreaScaling.MiddleSquare(turned.Planes, turned.Width, turned.Height, side) : turned.Planes;
        var swapped = Orientation.SwapsSides(codec.EncodedOrigin);
        return new DecodedPicture(
            new StoredTensor(ScalarType.Byte, size is null ? [3, turned.Height, turned.Width] : [3, size.Value, size.Value], planes),
            swapped ? height : width, swapped ? width : height, Math.Max(1, codec.FrameCount));
    }

    // A JPEG file can be decoded at a fraction of its size, which costs a fraction of the time; half as much again is left to scale.
    private static SKSizeI Coarse(SKCodec codec, int? size)
    {
        var whole = new SKSizeI(codec.Info.Width, codec.Info.Height);
        var least = Math.Min(whole.Width, whole.Height);
        if (codec.EncodedFormat != SKEncodedImageFormat.Jpeg || size is not { } side || least < 4 * side) return whole;
        var coarse = codec.GetScaledDimensions(2f * side / least);
        return Math.Min(coarse.Width, coarse.Height) >= side ? coarse : whole;
    }

    // The decoder knows more formats than these, some of which begin like anything.
    private static bool BeginsAsPicture(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
        || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || (file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..].StartsWith("WEBP"u8))
        || file.StartsWith("GIF8"u8)
        || file.StartsWith("BM"u8);

    private static InvalidDataException Unreadable(string name, SKCodecResult result) => result == SKCodecResult.IncompleteInput
        ? BadFile.Error(name, "it ends before the picture is full", "The file was cut short; copy or download it again")
        : BadFile.Error(name, $"it cannot be decoded ({result})", "The file is damaged; save the picture again");
}
