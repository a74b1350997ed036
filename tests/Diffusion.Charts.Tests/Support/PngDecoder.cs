using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Diffusion.Charts.Tests.Support;

/// <summary>Reads the kinds of PNG that the library writes, and checks every chunk's checksum bit by bit.</summary>
internal sealed record PngDecoder(int Width, int Height, IReadOnlyList<(int R, int G, int B, int A)> Pixels, string? PaletteHex)
{
    public static PngDecoder Decode(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var chunks = Chunks(file).ToArray();
        Assert.Equal("IHDR", chunks[0].Type);
        Assert.Equal("IEND", chunks[^1].Type);
        byte[] Data(string type) => [.. chunks.Where(chunk => chunk.Type == type).SelectMany(chunk => chunk.Data)];
        var header = Data("IHDR");
        int width = BinaryPrimitives.ReadInt32BigEndian(header), height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        var rows = Inflate(Data("IDAT"));
        return (header[8], header[9]) switch
        {
            (8, 2) => new(width, height, TrueColor(rows, width, height, Data("tRNS")), null),
            (8, 3) => new(width, height, Indexed(rows, width, height, Data("PLTE"), Data("tRNS"), perByte: 1), null),
            (4, 3) => new(width, height, Indexed(rows, width, height, Data("PLTE"), Data("tRNS"), perByte: 2), "#" + Convert.ToHexString(Data("PLTE")[^3..])),
            var kind => throw new InvalidDataException($"PNG of kind {kind}."),
        };
    }

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] file)
    {
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            Assert.Equal(Crc(file.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            yield return (Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }

    private static byte[] Inflate(byte[] data)
    {
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        return rows.ToArray();
    }

    private static List<(int, int, int, int)> TrueColor(byte[] rows, int width, int height, byte[] clear)
    {
        var pixels = new List<(int, int, int, int)>();
        Assert.Equal(height * ((3 * width) + 1), rows.Length);
        for (int at = 0; at < rows.Length;)
        {
            Assert.Equal(0, rows[at++]);
            for (int x = 0; x < width; x++, at += 3)
                pixels.Add((rows[at], rows[at + 1], rows[at + 2], clear is [_, var r, _, var g, _, var b] && (rows[at], rows[at + 1], rows[at + 2]) == (r, g, b) ? 0 : 255));
        }

        return pixels;
    }

    private static List<(int, int, int, int)> Indexed(byte[] rows, int width, int height, byte[] palette, byte[] opacity, int perByte)
    {
        var pixels = new List<(int, int, int, int)>();
        int stride = ((width + perByte - 1) / perByte) + 1;
        Assert.Equal(height * stride, rows.Length);
        for (int y = 0; y < height; y++)
        {
            Assert.Equal(0, rows[y * stride]);
            for (int x = 0; x < width; x++)
            {
                byte packed = rows[(y * stride) + 1 + (x / perByte)];
                int index = perByte == 1 ? packed : (packed >> (x % 2 == 0 ? 4 : 0)) & 15;
                pixels.Add((palette[3 * index], palette[(3 * index) + 1], palette[(3 * index) + 2], opacity[index]));
            }
        }

        return pixels;
    }
}
