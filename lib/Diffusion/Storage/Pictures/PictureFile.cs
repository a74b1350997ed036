using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>Reads pictures in the formats PNG, JPEG, WebP and BMP, and the first frame of a GIF, as red, green and blue.</summary>
/// <remarks>
/// What is transparent is laid over white, and a picture is turned as its EXIF data ask. Colour profiles are not applied.
/// A picture of another size than asked for is cropped to its middle square and scaled: each pixel is the mean of what it covers.
/// </remarks>
public static class PictureFile
{
    // Ten times a good camera's file: larger ones are mistakes, or made to fill the memory.
    internal const int MaxBytes = 64 << 20;

    /// <summary>What the names of such files end in.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp"];

    /// <summary>Reads a picture as uint8 [3, H, W].</summary>
    /// <param name="path">A picture's file; its content decides how it is read, not its name.</param>
    /// <param name="size">Height and width that the picture shall have; its own if null.</param>
    /// <exception cref="InvalidDataException">The file is no picture of these formats, is damaged or cut short, or too large.</exception>
    public static Tensor Load(string path, int? size = null)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path, size).ToTensor();
    }

    /// <summary>Reads a picture as uint8 [3, H, W].</summary>
    /// <param name="stream">A seekable stream.</param>
    /// <param name="name">What errors call the stream.</param>
    /// <param name="size">Height and width that the picture shall have; its own if null.</param>
    /// <exception cref="InvalidDataException">It is no picture of these formats, is damaged or cut short, or too large.</exception>
    public static StoredTensor Read(Stream stream, string name, int? size = null) => Decode(stream, name, size).Pixels;

    internal static DecodedPicture Decode(Stream stream, string name, int? size)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(size ?? 1, 1, nameof(size));
        var left = stream.Length - stream.Position;
        if (left > MaxBytes)
            throw BadFile.Error(name, $"the file has {left} bytes, more than the {MaxBytes} allowed for a picture", "Make the picture smaller");
        var file = new byte[left];
        stream.ReadExactly(file);
        return DecodedPicture.Of(file, name, size);
    }
}
