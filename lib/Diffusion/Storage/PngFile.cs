using Diffusion.Storage.Png;
using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>Reads pictures in the PNG format (ISO/IEC 15948:2004), every kind of it, as red, green and blue; writes grey and coloured ones.</summary>
/// <remarks>What is transparent is laid over white. Colour profiles and gammas are not applied.</remarks>
public static class PngFile
{
    // A picture to learn from is small; larger ones are mistakes, or files made to fill the memory.
    internal const int MaxBytes = 64 << 20;

    /// <summary>Reads a picture as uint8 [3, H, W].</summary>
    /// <param name="path">A .png file.</param>
    /// <exception cref="InvalidDataException">The file is not a whole and sound PNG file, or larger than 4096×4096 pixels.</exception>
    public static Tensor Load(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path).ToTensor();
    }

    /// <summary>Reads a picture as uint8 [3, H, W].</summary>
    /// <param name="stream">A seekable stream.</param>
    /// <param name="name">What errors call the stream.</param>
    /// <exception cref="InvalidDataException">It is not a whole and sound PNG file, or larger than 4096×4096 pixels.</exception>
    public static StoredTensor Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var left = stream.Length - stream.Position;
        if (left > MaxBytes)
            throw BadFile.Error(name, $"the file has {left} bytes, more than the {MaxBytes} allowed for a picture", "Make the picture smaller");
        var file = new byte[left];
        stream.ReadExactly(file);
        var chunks = PngChunks.Parse(file, name);
        var planes = PngRaster.Decode(chunks, name);
        return new StoredTensor(ScalarType.Byte, [3, chunks.Header.Height, chunks.Header.Width], planes);
    }

    /// <summary>Writes a picture; the file appears only once it is whole.</summary>
    /// <param name="path">Where to; a file there is replaced.</param>
    /// <param name="pixels">uint8 [1, H, W] (grey) or [3, H, W] (red, green, blue).</param>
    /// <exception cref="ArgumentException">The tensor is not of that type and shape.</exception>
    public static void Save(string path, Tensor pixels)
    {
        var file = Encode(pixels);
        AtomicFile.Write(path, stream => stream.Write(file));
    }

    /// <summary>A picture as the bytes of a PNG file.</summary>
    /// <param name="pixels">uint8 [1, H, W] (grey) or [3, H, W] (red, green, blue).</param>
    /// <exception cref="ArgumentException">The tensor is not of that type and shape.</exception>
    public static byte[] Encode(Tensor pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.dtype != ScalarType.Byte || pixels.shape is not [1 or 3, > 0, > 0])
            throw new ArgumentException(
                $"A picture is uint8 [1, H, W] or [3, H, W], not {pixels.dtype} {Shapes.Text(pixels.shape)}; "
                + "scale numbers to 0..255 and convert them with .to(ScalarType.Byte).", nameof(pixels));
        var color = pixels.shape[0] == 1 ? PngColor.Grey : PngColor.Rgb;
        var header = new PngHeader((int)pixels.shape[2], (int)pixels.shape[1], Depth: 8, color, Interlaced: false);
        return PngWriter.Picture(header, StoredTensor.From(pixels).Data.Span);
    }
}
