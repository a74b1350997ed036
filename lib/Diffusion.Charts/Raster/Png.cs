using Pictures;

namespace Diffusion.Charts.Raster;

/// <summary>Charts' pictures as PNG files.</summary>
internal static class Png
{
    /// <summary>A picture of true colours, clear where it says so.</summary>
    public static byte[] Encode(RgbImage image)
    {
        var rows = new byte[3 * image.Pixels.Length];
        var place = 0;
        foreach (var (r, g, b) in image.Pixels)
        {
            (rows[place], rows[place + 1], rows[place + 2]) = (r, g, b);
            place += 3;
        }

        return new PngWriter(image.Width, image.Height, PngColor.Rgb)
        {
            Transparency = image.Clear is { } clear ? [0, clear.R, 0, clear.G, 0, clear.B] : [],
        }.Write(rows);
    }

    /// <summary>A picture of at most 255 colours and nothing, a third of the size: exact where it has no more.</summary>
    public static byte[] EncodeIndexed(RgbImage image)
    {
        var palette = GifPalette.Of([image], most: 255);
        var nothing = (byte)palette.Colors.Count;
        var rows = new byte[image.Pixels.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = image.Pixels[i] == image.Clear ? nothing : palette.IndexOf(image.Pixels[i]);
        return new PngWriter(image.Width, image.Height, PngColor.Palette)
        {
            Palette = [.. palette.Bytes, 255, 255, 255],
            Transparency = [.. palette.Colors.Select(_ => byte.MaxValue), 0],
        }.Write(rows);
    }

    /// <summary>One colour in sixteen opacities: 4 bits a pixel, and whatever page lies below shows through.</summary>
    public static byte[] Encode(Canvas canvas, Rgb color)
    {
        var levels = Enumerable.Range(0, CloudPainter.Levels).ToArray();
        var png = new PngWriter(canvas.Width, canvas.Height, PngColor.Palette)
        {
            Depth = 4,
            Palette = [.. levels.SelectMany(_ => new[] { color.R, color.G, color.B })],
            Transparency = [.. levels.Select(level => (byte)(level * 255 / (CloudPainter.Levels - 1)))],
        };
        var rows = new byte[canvas.Height * png.RowBytes];
        for (var y = 0; y < canvas.Height; y++)
        {
            for (var x = 0; x < canvas.Width; x++)
                rows[(y * png.RowBytes) + (x / 2)] |= (byte)(CloudPainter.Level(canvas[x, y]) << (x % 2 == 0 ? 4 : 0));
        }

        return png.Write(rows);
    }
}
