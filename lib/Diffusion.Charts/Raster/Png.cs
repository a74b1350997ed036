using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Diffusion.Charts.Raster;

/// <summary>Writes PNG files (ISO/IEC 15948).</summary>
internal static class Png
{
    private static readonly byte[] s_signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] s_crc = MakeTable();

    /// <summary>A picture of true colours, clear where it says so.</summary>
    public static byte[] Encode(RgbImage image)
    {
        var rows = new byte[image.Height * ((3 * image.Width) + 1)];
        int place = 0;
        for (int y = 0; y < image.Height; y++)
        {
            place++; // the row's filter: none
            for (int x = 0; x < image.Width; x++)
            {
                var (r, g, b) = image[x, y];
                (rows[place], rows[place + 1], rows[place + 2]) = (r, g, b);
                place += 3;
            }
        }

        return image.Clear is { } clear
            ? File(image.Width, image.Height, depth: 8, colorType: 2, rows, ("tRNS", [0, clear.R, 0, clear.G, 0, clear.B]))
            : File(image.Width, image.Height, depth: 8, colorType: 2, rows);
    }

    /// <summary>A picture of at most 255 colours and nothing, a third of the size: exact where it has no more.</summary>
    public static byte[] EncodeIndexed(RgbImage image)
    {
        var palette = GifPalette.Of([image], most: 255);
        byte nothing = (byte)palette.Colors.Count;
        var rows = new byte[image.Height * (image.Width + 1)];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
                rows[(y * (image.Width + 1)) + 1 + x] = image[x, y] == image.Clear ? nothing : palette.IndexOf(image[x, y]);
        }

        return File(image.Width, image.Height, depth: 8, colorType: 3, rows,
            ("PLTE", [.. palette.Colors.Append(Rgb.White).SelectMany(color => new[] { color.R, color.G, color.B })]),
            ("tRNS", [.. palette.Colors.Select(_ => byte.MaxValue), 0]));
    }

    /// <summary>One colour in sixteen opacities: 4 bits a pixel, and whatever page lies below shows through.</summary>
    public static byte[] Encode(Canvas canvas, Rgb color)
    {
        int stride = ((canvas.Width + 1) / 2) + 1;
        var rows = new byte[canvas.Height * stride];
        for (int y = 0; y < canvas.Height; y++)
        {
            for (int x = 0; x < canvas.Width; x++)
                rows[(y * stride) + 1 + (x / 2)] |= (byte)(CloudPainter.Level(canvas[x, y]) << (x % 2 == 0 ? 4 : 0));
        }

        var levels = Enumerable.Range(0, CloudPainter.Levels).ToArray();
        return File(canvas.Width, canvas.Height, depth: 4, colorType: 3, rows,
            ("PLTE", [.. levels.SelectMany(_ => new[] { color.R, color.G, color.B })]),
            ("tRNS", [.. levels.Select(level => (byte)(level * 255 / (CloudPainter.Levels - 1)))]));
    }

    private static byte[] File(
        int width,
        int height,
        byte depth,
        byte colorType,
        byte[] rows,
        params (string Type, byte[] Data)[] extra)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, colorType);

        using var file = new MemoryStream();
        file.Write(s_signature);
        Chunk(file, "IHDR", header);
        foreach (var (type, data) in extra)
            Chunk(file, type, data);
        Chunk(file, "IDAT", Compress(rows));
        Chunk(file, "IEND", []);
        return file.ToArray();
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
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        file.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in data)
            crc = s_crc[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
