using Pictures;
using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>Writes pictures in the PNG format; <see cref="PictureFile"/> reads them.</summary>
public static class PngFile
{
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
        var png = new PngWriter((int)pixels.shape[2], (int)pixels.shape[1], pixels.shape[0] == 1 ? PngColor.Grey : PngColor.Rgb);
        return png.Write(Rows(StoredTensor.From(pixels).Data.Span, (int)pixels.shape[0]));
    }

    private static byte[] Rows(ReadOnlySpan<byte> planes, int channels)
    {
        var (rows, plane) = (new byte[planes.Length], planes.Length / channels);
        for (var c = 0; c < channels; c++)
        {
            for (var i = 0; i < plane; i++)
                rows[(i * channels) + c] = planes[(c * plane) + i];
        }
        return rows;
    }
}
