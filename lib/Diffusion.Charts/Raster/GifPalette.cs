namespace Diffusion.Charts.Raster;

/// <summary>
/// At most 256 colours for all frames: exactly theirs where they are so few, else by median cut (Heckbert 1982).
/// </summary>
internal sealed class GifPalette
{
    private readonly Dictionary<Rgb, byte> _indices = [];

    private GifPalette(IReadOnlyList<Rgb> colors) => Colors = colors;

    public IReadOnlyList<Rgb> Colors { get; }

    /// <summary>Red, green and blue of each colour.</summary>
    public byte[] Bytes => [.. Colors.SelectMany(color => new[] { color.R, color.G, color.B })];

    public static GifPalette Of(IReadOnlyList<RgbImage> images, int most = 256)
    {
        var counts = new Dictionary<Rgb, int>();
        foreach (var image in images)
        {
            // Neighbours are mostly alike, and a run of them costs one look-up.
            var pixels = image.Pixels;
            for (int from = 0, to = 0; from < pixels.Length; from = to)
            {
                while (to < pixels.Length && pixels[to] == pixels[from])
                    to++;
                if (pixels[from] != image.Clear)
                    counts[pixels[from]] = counts.GetValueOrDefault(pixels[from]) + to - from;
            }
        }

        if (counts.Count > most)
            return Of(MedianCut([.. counts.Select(color => (color.Key, color.Value))], most));
        var palette = new GifPalette([.. counts.Keys]);
        for (var i = 0; i < palette.Colors.Count; i++)
            palette._indices[palette.Colors[i]] = (byte)i;
        return palette;
    }

    /// <summary>The index of a colour of the pictures.</summary>
    public byte IndexOf(Rgb color) => _indices[color];

    // A colour takes the mean of its box: nearly the nearest, and without a search.
    private static GifPalette Of(List<Box> boxes)
    {
        var palette = new GifPalette([.. boxes.Select(box => Mean(box.Colors))]);
        for (var i = 0; i < boxes.Count; i++)
        {
            foreach (var (color, _) in boxes[i].Colors)
                palette._indices[color] = (byte)i;
        }

        return palette;
    }

    private static List<Box> MedianCut((Rgb Color, int Count)[] colors, int most)
    {
        List<Box> boxes = [Measure(colors)];
        while (boxes.Count < most)
        {
            var widest = boxes.MaxBy(box => box.Weight)!;
            if (widest.Colors.Length < 2)
                break;
            (Rgb Color, int Count)[] sorted = [.. widest.Colors.OrderBy(color => widest.Channel(color.Color))];
            long half = sorted.Sum(color => (long)color.Count) / 2, sum = 0;
            var cut = 0;
            while (cut < sorted.Length - 1 && (cut == 0 || sum < half))
                sum += sorted[cut++].Count;
            boxes.Remove(widest);
            boxes.AddRange([Measure(sorted[..cut]), Measure(sorted[cut..])]);
        }

        return boxes;
    }

    // The box with the widest channel, weighted by what it holds, is cut at its median.
    private static Box Measure((Rgb Color, int Count)[] colors)
    {
        var (spread, channel) = Widest(colors);
        return new Box(colors, channel, colors.Length < 2 ? -1 : spread * Math.Sqrt(colors.Sum(color => (double)color.Count)));
    }

    private static (int Spread, Func<Rgb, byte> Channel) Widest((Rgb Color, int Count)[] box)
    {
        Func<Rgb, byte>[] channels = [color => color.G, color => color.R, color => color.B];
        int Spread(Func<Rgb, byte> channel) => box.Max(color => channel(color.Color)) - box.Min(color => channel(color.Color));
        return channels.Select(channel => (Spread(channel), channel)).MaxBy(each => each.Item1);
    }

    private static Rgb Mean((Rgb Color, int Count)[] box)
    {
        var total = box.Sum(color => (double)color.Count);
        byte Channel(Func<Rgb, byte> channel) => (byte)Math.Round(
            box.Sum(color => (double)channel(color.Color) * color.Count) / total);
        return new Rgb(Channel(color => color.R), Channel(color => color.G), Channel(color => color.B));
    }

    private sealed record Box((Rgb Color, int Count)[] Colors, Func<Rgb, byte> Channel, double Weight);
}
