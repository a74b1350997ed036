using Diffusion.Storage.Png;

namespace Diffusion.Charts.Raster;

/// <summary>Charts' pictures as PNG files.</summary>
internal static class Png
{
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

        var header = new PngHeader(image.Width, image.Height, Depth: 8, PngColor.Rgb, Interlaced: false);
        return image.Clear is { } clear
            ? PngWriter.File(header, rows, ("tRNS", [0, clear.R, 0, clear.G, 0, clear.B]))
            : PngWriter.File(header, rows);
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

        return PngWriter.File(new PngHeader(image.Width, image.Height, Depth: 8, PngColor.Palette, Interlaced: false), rows,
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
        return PngWriter.File(new PngHeader(canvas.Width, canvas.Height, Depth: 4, PngColor.Palette, Interlaced: false), rows,
            ("PLTE", [.. levels.SelectMany(_ => new[] { color.R, color.G, color.B })]),
            ("tRNS", [.. levels.Select(level => (byte)(level * 255 / (CloudPainter.Levels - 1)))]));
    }
}
