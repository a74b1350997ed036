namespace Diffusion.Charts.Raster;

/// <summary>Draws pictures in rows and columns, each of their pixels enlarged to a square.</summary>
internal static class ImageSheet
{
    /// <summary>One batch, row after row.</summary>
    /// <param name="images">The pictures.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="scale">Pixels a side for each pixel.</param>
    /// <param name="gap">Pixels between pictures.</param>
    /// <param name="clear">Whether the page shows through the gaps; else they are white.</param>
    public static RgbImage Tile(ImageBatch images, int columns, int scale, int gap, bool clear) => Draw(
        [.. Enumerable.Range(0, images.Count).Select(i => new Place(images, i, i % columns, i / columns))], scale, gap, clear);

    /// <summary>A row for each batch; where one has fewer pictures than another, the page shows through.</summary>
    public static RgbImage Rows(IReadOnlyList<ImageBatch> rows, int gap) => Draw(
        [.. rows.SelectMany((row, down) => Enumerable.Range(0, row.Count).Select(i => new Place(row, i, i, down)))], 1, gap, clear: true);

    private static RgbImage Draw(Place[] places, int scale, int gap, bool clear)
    {
        int width = places[0].Batch.Width * scale, height = places[0].Batch.Height * scale;
        int columns = places.Max(place => place.Column) + 1, rows = places.Max(place => place.Row) + 1;
        Rgb? nothing = clear ? Unused(places) : null;
        var sheet = new RgbImage((columns * (width + gap)) - gap, (rows * (height + gap)) - gap, nothing ?? Rgb.White)
        {
            Clear = nothing,
        };
        foreach (var place in places)
        {
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                    sheet[(place.Column * (width + gap)) + x, (place.Row * (height + gap)) + y] =
                        place.Batch.Pixel(place.Image, x / scale, y / scale);
            }
        }

        return sheet;
    }

    // A colour that no pixel has can stand for nothing; there are more colours than pixels. It is as near white as can be, for
    // a viewer that does not know of clear colours.
    private static Rgb Unused(Place[] places)
    {
        var used = new HashSet<Rgb>();
        foreach (var place in places)
        {
            for (var i = 0; i < place.Batch.Width * place.Batch.Height; i++)
                used.Add(place.Batch.Pixel(place.Image, i % place.Batch.Width, i / place.Batch.Width));
        }

        return Enumerable.Range(0, used.Count + 1)
            .Select(i => new Rgb((byte)~(i >> 16), (byte)~(i >> 8), (byte)~i))
            .First(color => !used.Contains(color));
    }

    private sealed record Place(ImageBatch Batch, int Image, int Column, int Row);
}
