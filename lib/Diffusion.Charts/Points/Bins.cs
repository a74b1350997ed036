namespace Diffusion.Charts;

/// <summary>Bins of histograms.</summary>
internal static class Bins
{
    /// <summary>
    /// Edges from the least to the greatest value of all sets, as many as the largest set deserves (Freedman and
    /// Diaconis 1981).
    /// </summary>
    public static double[] Edges(IReadOnlyList<Values> sets, int? wanted)
    {
        if (wanted is < 1)
            throw new ArgumentOutOfRangeException(nameof(wanted), wanted, "A histogram needs at least one bin.");
        double min = sets.Min(set => set.Span.ToArray().Min()), max = sets.Max(set => set.Span.ToArray().Max());
        if (max <= min)
            (min, max) = (min - 0.5, max + 0.5);
        var count = wanted ?? Math.Clamp((int)Math.Ceiling((max - min) / sets.Min(Width)), 10, 120);
        return [.. Enumerable.Range(0, count + 1).Select(i => min + ((max - min) * i / count))];
    }

    /// <summary>The share of values in each bin over its width, so that the area is 1.</summary>
    public static double[] Densities(Values values, double[] edges)
    {
        var counts = new double[edges.Length - 1];
        var width = edges[1] - edges[0];
        foreach (var value in values.Span)
            counts[Math.Clamp((int)((value - edges[0]) / width), 0, counts.Length - 1)]++;
        return [.. counts.Select(count => count / (values.Count * width))];
    }

    private static double Width(Values values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var middle = sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4];
        return middle > 0 ? 2 * middle / Math.Cbrt(sorted.Length) : double.PositiveInfinity;
    }
}
