using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Pictures;

/// <summary>Writes pictures in the PNG format (ISO/IEC 15948:2004).</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Color">What the samples are.</param>
internal sealed record PngWriter(int Width, int Height, PngColor Color)
{
    /// <summary>Bits of a sample: 8, or 4 in a palette.</summary>
    public int Depth { get; init; } = 8;

    /// <summary>Red, green and blue of each colour of a palette.</summary>
    public byte[] Palette { get; init; } = [];

    /// <summary>What is transparent (11.3.2): the opacities of a palette's colours, or one colour in 16 bits a sample.</summary>
    public byte[] Transparency { get; init; } = [];

    /// <summary>Bytes of a row.</summary>
    public int RowBytes => ((Width * (Color == PngColor.Rgb ? 3 : 1) * Depth) + 7) / 8;

    /// <summary>The whole file.</summary>
    /// <param name="rows">The samples row by row, each row in bytes of its own.</param>
    public byte[] Write(ReadOnlySpan<byte> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, RowBytes * Height);
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", Header());
        if (Palette.Length > 0) Chunk(file, "PLTE", Palette);
        if (Transparency.Length > 0) Chunk(file, "tRNS", Transparency);
        Chunk(file, "IDAT", Compress(rows));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private byte[] Header()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = ((byte)Depth, (byte)Color);
        return header;
    }

    // Rows stay as they are (filter 0): charts and sprites have few colours, and flat areas pack better so.
    private ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> rows)
    {
        var filtered = new byte[Height * (1 + RowBytes)];
        for (var y = 0; y < Height; y++)
            rows.Slice(y * RowBytes, RowBytes).CopyTo(filtered.AsSpan((y * (1 + RowBytes)) + 1));
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(filtered);
        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }

    private static void Chunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        var named = (int)file.Length;
        file.Write(Encoding.ASCII.GetBytes(type));
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(file.GetBuffer().AsSpan(named, 4 + data.Length)));
        file.Write(number);
    }
}

/// <summary>What the samples of a PNG picture's pixels are (ISO/IEC 15948:2004, table 11.1).</summary>
internal enum PngColor : byte
{
    /// <summary>One sample, from black to white.</summary>
    Grey = 0,

    /// <summary>Red, green and blue.</summary>
    Rgb = 2,

    /// <summary>A place in the palette.</summary>
    Palette = 3,
}
