using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Diffusion.Storage.Png;

/// <summary>Puts rows of samples into a PNG file (clause 5).</summary>
internal static class PngWriter
{
    /// <summary>The whole file.</summary>
    /// <param name="header">Size, and what the samples are.</param>
    /// <param name="rows">The rows one after the other, each a byte that names its filter and then its samples.</param>
    /// <param name="extra">What stands between header and pixels: PLTE, tRNS.</param>
    public static byte[] File(PngHeader header, byte[] rows, params (string Type, byte[] Data)[] extra)
    {
        using var file = new MemoryStream();
        file.Write(PngChunks.Signature);
        Chunk(file, "IHDR", header.ToBytes());
        foreach (var (type, data) in extra)
            Chunk(file, type, data);
        Chunk(file, "IDAT", Compress(rows));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A picture from its planes, one byte a sample.</summary>
    /// <param name="header">One plane for each of its channels.</param>
    /// <param name="planes">The planes one after the other.</param>
    public static byte[] Picture(PngHeader header, ReadOnlySpan<byte> planes)
    {
        var (width, channels, stride) = (header.Width, header.Channels, 1 + header.RowBytes(header.Width));
        var rows = new byte[header.Height * stride]; // the first byte of a row stays 0: no filter
        for (var i = 0; i < planes.Length; i++)
        {
            var (c, pixel) = Math.DivRem(i, header.Height * width);
            var (y, x) = Math.DivRem(pixel, width);
            rows[(y * stride) + 1 + (x * channels) + c] = planes[i];
        }
        return File(header, rows);
    }

    private static byte[] Compress(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(rows);
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(named));
        file.Write(number);
    }
}
