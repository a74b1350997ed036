namespace Diffusion.Charts.Raster;

/// <summary>
/// At most 256 colours for all frames: exactly theirs where they are so few, else by median cut (Heckbert 1982).
/// </summary>
internal sealed class GifPalette
{
    private const int Most = 256;
    private readonly Dictionary<Rgb, byte> _indices = [];

    private GifPalette(IReadOnlyList<Rgb> colors)
    {
        Colors = colors;
        Bits = Math.Max(1, (int)Math.Ceiling(Math.Log2(colors.Count)));
    }

    public IReadOnlyList<Rgb> Colors { get; }

    /// <summary>The bits of an index.</summary>
    public int Bits { get; }

    /// <summary>The colours filled up to a power of two, as the file wants them.</summary>
    public IEnumerable<Rgb> Padded => Colors.Concat(Enumerable.Repeat(default(Rgb), (1 << Bits) - Colors.Count));

    public static GifPalette Of(IReadOnlyList<RgbImage> images)
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
                counts[pixels[from]] = counts.GetValueOrDefault(pixels[from]) + to - from;
            }
        }

        if (counts.Count > Most)
            return new GifPalette(MedianCut([.. counts.Select(color => (color.Key, color.Value))]));
        var palette = new GifPalette([.. counts.Keys]);
        for (int i = 0; i < palette.Colors.Count; i++)
            palette._indices[palette.Colors[i]] = (byte)i;
        return palette;
    }

    /// <summary>The index of the nearest colour.</summary>
    public byte IndexOf(Rgb color)
    {
        if (!_indices.TryGetValue(color, out byte index))
            _indices[color] = index = (byte)Enumerable.Range(0, Colors.Count).MinBy(i => Distance(color, Colors[i]));
        return index;
    }

    private static List<Rgb> MedianCut((Rgb Color, int Count)[] colors)
    {
        List<(Rgb Color, int Count)[]> boxes = [colors];
        while (boxes.Count < Most)
        {
            // The box with the widest channel, weighted by what it holds, is cut at its median.
            var widest = boxes.MaxBy(
                box => box.Length < 2 ? -1 : Widest(box).Spread * Math.Sqrt(box.Sum(color => (double)color.Count)))!;
            if (widest.Length < 2)
                break;
            var channel = Widest(widest).Channel;
            (Rgb Color, int Count)[] sorted = [.. widest.OrderBy(color => channel(color.Color))];
            long half = sorted.Sum(color => (long)color.Count) / 2, sum = 0;
            int cut = 0;
            while (cut < sorted.Length - 1 && (cut == 0 || sum < half))
                sum += sorted[cut++].Count;
            boxes.Remove(widest);
            boxes.AddRange([sorted[..cut], sorted[cut..]]);
        }

        return [.. boxes.Select(Mean)];
    }

    private static (int Spread, Func<Rgb, byte> Channel) Widest((Rgb Color, int Count)[] box)
    {
        Func<Rgb, byte>[] channels = [color => color.G, color => color.R, color => color.B];
        int Spread(Func<Rgb, byte> channel) => box.Max(color => channel(color.Color)) - box.Min(color => channel(color.Color));
        return channels.Select(channel => (Spread(channel), channel)).MaxBy(each => each.Item1);
    }

    private static Rgb Mean((Rgb Color, int Count)[] box)
    {
        double total = box.Sum(color => (double)color.Count);
        byte Channel(Func<Rgb, byte> channel) => (byte)Math.Round(
            box.Sum(color => (double)channel(color.Color) * color.Count) / total);
        return new Rgb(Channel(color => color.R), Channel(color => color.G), Channel(color => color.B));
    }

    private static int Distance(Rgb first, Rgb second)
    {
        int r = first.R - second.R, g = first.G - second.G, b = first.B - second.B;
        return (r * r) + (g * g) + (b * b);
    }
}
