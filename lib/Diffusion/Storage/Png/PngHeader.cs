using System.Buffers.Binary;

namespace Diffusion.Storage.Png;

/// <summary>The header of a PNG file (11.2.2): size, and how its pixels are written.</summary>
internal sealed record PngHeader(int Width, int Height, int Depth, PngColor Color, bool Interlaced)
{
    public const int Bytes = 13;
    private const int MaxPixels = 4096 * 4096;

    /// <summary>Samples of a pixel.</summary>
    public int Channels => Color switch { PngColor.Rgb => 3, PngColor.GreyAlpha => 2, PngColor.Rgba => 4, _ => 1 };

    /// <summary>Bytes of a row of so many pixels, without the byte that names its filter.</summary>
    public int RowBytes(int width) => (width * Channels * Depth + 7) / 8;

    /// <summary>Bytes from a sample to the same sample of the pixel before, at least one.</summary>
    public int PixelBytes => Math.Max(1, Channels * Depth / 8);

    public static PngHeader Parse(ReadOnlySpan<byte> data, string name)
    {
        if (data.Length != Bytes)
            throw Error(name, $"IHDR has {data.Length} bytes instead of {Bytes}");
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        if (width == 0 || height == 0)
            throw Error(name, $"IHDR gives {width}×{height} pixels");
        if (width * (ulong)height > MaxPixels)
            throw BadFile.Error(name, $"IHDR gives {width}×{height} pixels, more than 4096×4096", "Make the picture smaller");
        var (depth, color) = (data[8], (PngColor)data[9]);
        if (!Allowed(color).Contains(depth))
            throw Error(name, $"IHDR gives {depth} bits a sample with colour type {data[9]}, which PNG has not");
        if (data[10] != 0 || data[11] != 0 || data[12] > 1)
            throw Error(name, $"IHDR gives compression {data[10]}, filter {data[11]}, interlace {data[12]}; PNG has 0, 0 and 0 or 1");
        return new PngHeader((int)width, (int)height, depth, color, data[12] == 1);
    }

    public byte[] ToBytes()
    {
        var data = new byte[Bytes];
        BinaryPrimitives.WriteInt32BigEndian(data, Width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), Height);
        (data[8], data[9], data[12]) = ((byte)Depth, (byte)Color, Interlaced ? (byte)1 : (byte)0);
        return data;
    }

    private static ReadOnlySpan<byte> Allowed(PngColor color) => color switch
    {
        PngColor.Grey => [1, 2, 4, 8, 16],
        PngColor.Palette => [1, 2, 4, 8],
        PngColor.Rgb or PngColor.GreyAlpha or PngColor.Rgba => [8, 16],
        _ => [],
    };

    private static InvalidDataException Error(string name, string problem)
        => BadFile.Error(name, problem, "The file is damaged; save the picture as PNG again");
}
