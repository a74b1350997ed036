using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Workbook.Book.Publishing;

/// <summary>Writes PNG with a palette (RFC 2083): a third of the size that a browser's own takes for a chart.</summary>
internal static class IndexedPng
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="palette">Red, green and blue of each colour, at most 256.</param>
    /// <param name="indices">One byte a pixel, row by row.</param>
    public static byte[] Write(int width, int height, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> indices)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(indices.Length, width * height);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, 3); // Eight bits a pixel, each a place in the palette.

        using var file = new MemoryStream();
        file.Write(Signature);
        Chunk(file, "IHDR", header);
        Chunk(file, "PLTE", palette);
        Chunk(file, "IDAT", Compress(width, height, indices));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(int width, int height, ReadOnlySpan<byte> indices)
    {
        using var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.SmallestSize))
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0); // No filter: neighbouring indices say nothing of neighbouring colours.
                zlib.Write(indices.Slice(row * width, width));
            }
        return bytes.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        var name = Encoding.ASCII.GetBytes(type);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(name, data));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data) => ~Crc(Crc(uint.MaxValue, name), data);

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return crc;
    }
}
