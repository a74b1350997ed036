using System.Text;

namespace Pictures;

/// <summary>Writes looping animations in the GIF format (GIF89a, 1990).</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Palette">Red, green and blue of each colour of all frames, at most 256.</param>
internal sealed record GifWriter(int Width, int Height, byte[] Palette)
{
    /// <summary>The bits that name a colour.</summary>
    private int Bits => Math.Max(1, (int)Math.Ceiling(Math.Log2(Palette.Length / 3)));

    /// <summary>The whole file.</summary>
    /// <param name="frames">Places in the palette, one a pixel, row by row; and how many hundredths of a second a frame stays.</param>
    public byte[] Write(IEnumerable<(byte[] Indices, int Hundredths)> frames)
    {
        using var file = new MemoryStream();
        file.Write("GIF89a"u8);
        Short(file, Width);
        Short(file, Height);
        file.Write([(byte)(0xF0 | (Bits - 1)), 0, 0]);
        file.Write(Palette);
        file.Write(new byte[(3 << Bits) - Palette.Length]); // the file wants a power of two
        LoopForever(file);
        foreach (var (indices, hundredths) in frames)
            Frame(file, indices, hundredths);
        file.WriteByte(0x3B);
        return file.ToArray();
    }

    private static void LoopForever(MemoryStream file)
    {
        file.Write([0x21, 0xFF, 11]);
        file.Write(Encoding.ASCII.GetBytes("NETSCAPE2.0"));
        file.Write([3, 1, 0, 0, 0]);
    }

    private void Frame(MemoryStream file, byte[] indices, int hundredths)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(indices.Length, Width * Height);
        file.Write([0x21, 0xF9, 4, 0x04]);
        Short(file, hundredths);
        file.Write([0, 0, 0x2C, 0, 0, 0, 0]);
        Short(file, Width);
        Short(file, Height);
        file.WriteByte(0);

        var codeBits = Math.Max(2, Bits);
        file.WriteByte((byte)codeBits);
        var packed = Lzw.Pack(indices, codeBits);
        for (var from = 0; from < packed.Length; from += 255)
        {
            var length = Math.Min(255, packed.Length - from);
            file.WriteByte((byte)length);
            file.Write(packed, from, length);
        }

        file.WriteByte(0);
    }

    private static void Short(MemoryStream file, int value) => file.Write([(byte)value, (byte)(value >> 8)]);
}
