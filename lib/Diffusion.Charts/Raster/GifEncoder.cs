using System.Text;

namespace Diffusion.Charts.Raster;

/// <summary>Writes looping GIF animations (GIF89a, 1990) with one palette for all frames.</summary>
internal static class GifEncoder
{
    /// <summary>Encodes frames of one size.</summary>
    /// <param name="frames">The pictures, and how many hundredths of a second each stays.</param>
    public static byte[] Encode(IReadOnlyList<(RgbImage Image, int Hundredths)> frames)
    {
        var first = Check.Some(frames, nameof(frames))[0].Image;
        if (frames.Any(frame => frame.Image.Width != first.Width || frame.Image.Height != first.Height))
            throw new ArgumentException(
                $"All frames of a GIF have one size; the first is {first.Width}×{first.Height}, another is not.",
                nameof(frames));
        var palette = GifPalette.Of([.. frames.Select(frame => frame.Image)]);

        using var file = new MemoryStream();
        file.Write("GIF89a"u8);
        Short(file, first.Width);
        Short(file, first.Height);
        file.Write([(byte)(0xF0 | (palette.Bits - 1)), 0, 0]);
        foreach (var color in palette.Padded)
            file.Write([color.R, color.G, color.B]);
        LoopForever(file);
        foreach (var (image, hundredths) in frames)
            Frame(file, palette, image, hundredths);
        file.WriteByte(0x3B);
        return file.ToArray();
    }

    private static void LoopForever(MemoryStream file)
    {
        file.Write([0x21, 0xFF, 11]);
        file.Write(Encoding.ASCII.GetBytes("NETSCAPE2.0"));
        file.Write([3, 1, 0, 0, 0]);
    }

    private static void Frame(MemoryStream file, GifPalette palette, RgbImage image, int hundredths)
    {
        file.Write([0x21, 0xF9, 4, 0x04]);
        Short(file, hundredths);
        file.Write([0, 0, 0x2C, 0, 0, 0, 0]);
        Short(file, image.Width);
        Short(file, image.Height);
        file.WriteByte(0);

        int codeBits = Math.Max(2, palette.Bits);
        var indices = new byte[image.Pixels.Length];
        for (int i = 0; i < indices.Length; i++)
            indices[i] = i > 0 && image.Pixels[i] == image.Pixels[i - 1]
                ? indices[i - 1]
                : palette.IndexOf(image.Pixels[i]);
        file.WriteByte((byte)codeBits);
        var packed = Lzw.Pack(indices, codeBits);
        for (int from = 0; from < packed.Length; from += 255)
        {
            int length = Math.Min(255, packed.Length - from);
            file.WriteByte((byte)length);
            file.Write(packed, from, length);
        }

        file.WriteByte(0);
    }

    private static void Short(MemoryStream file, int value) => file.Write([(byte)value, (byte)(value >> 8)]);
}
