using System.IO.Compression;

namespace Diffusion.Storage.Png;

/// <summary>Turns compressed rows into planes of red, green and blue.</summary>
internal static class PngRaster
{
    // Adam7 (8.2): where a pass begins, and how far apart its pixels are.
    private static readonly (int X, int Y, int Dx, int Dy)[] s_adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static byte[] Decode(PngChunks chunks, string name)
    {
        var header = chunks.Header;
        var colors = new PngColors(chunks, name);
        var planes = new byte[3 * header.Width * header.Height];
        using var rows = new ZLibStream(new MemoryStream(chunks.Compressed), CompressionMode.Decompress);
        foreach (var (x, y, dx, dy) in header.Interlaced ? s_adam7 : [(0, 0, 1, 1)])
        {
            var (width, height) = ((header.Width - x + dx - 1) / dx, (header.Height - y + dy - 1) / dy);
            if (width < 1 || height < 1) continue;
            var (row, above) = (new byte[1 + header.RowBytes(width)], new byte[1 + header.RowBytes(width)]);
            for (var line = 0; line < height; line++)
            {
                Fill(rows, row, name);
                PngFilter.Undo(row, above, header.PixelBytes, name);
                colors.Write(row.AsSpan(1), width, planes, (y + line * dy) * header.Width + x, dx);
                (row, above) = (above, row);
            }
        }
        RequireEnd(rows, name);
        return planes;
    }

    private static void Fill(ZLibStream rows, Span<byte> row, string name)
    {
        if (Inflate(rows, row, name) < row.Length)
            throw BadFile.Error(name, "the pixels end before the picture is full", "The file is damaged; save the picture as PNG again");
    }

    private static void RequireEnd(ZLibStream rows, string name)
    {
        if (Inflate(rows, stackalloc byte[1], name) > 0)
            throw BadFile.Error(name, "more pixels follow than the picture holds", "The file is damaged; save the picture as PNG again");
    }

    private static int Inflate(ZLibStream rows, Span<byte> target, string name)
    {
        try
        {
            return rows.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException error)
        {
            throw BadFile.Error(name, "the pixels cannot be decompressed", "The file is damaged; save the picture as PNG again", error);
        }
    }
}
