namespace Diffusion.Charts;

/// <summary>A rectangle of the plane that a panel shows.</summary>
/// <param name="MinX">The least x₁.</param>
/// <param name="MaxX">The greatest x₁.</param>
/// <param name="MinY">The least x₂.</param>
/// <param name="MaxY">The greatest x₂.</param>
public readonly record struct PlotRange(double MinX, double MaxX, double MinY, double MaxY)
{
    /// <summary>The square around 0 that reaches <paramref name="reach"/> in every direction.</summary>
    /// <param name="reach">Half the side.</param>
    public static PlotRange Around(double reach) => new(-reach, reach, -reach, reach);

    /// <summary>The width.</summary>
    public double Width => MaxX - MinX;

    /// <summary>The height.</summary>
    public double Height => MaxY - MinY;

    /// <summary>A rectangle that holds every point, with a margin.</summary>
    /// <param name="clouds">The points.</param>
    public static PlotRange Holding(params IEnumerable<PointCloud> clouds) => Cover(clouds, cut: 0);

    /// <summary>
    /// A square that holds the points but for strays: of each cloud, at most one in 200 on each side.
    /// A few far points would else shrink every panel of a sequence.
    /// </summary>
    /// <param name="clouds">The points.</param>
    public static PlotRange Typical(params IEnumerable<PointCloud> clouds) => Cover(clouds, cut: 0.005).Square();

    /// <summary>The smallest square with the same centre that holds this rectangle.</summary>
    public PlotRange Square()
    {
        double half = Math.Max(Width, Height) / 2, x = (MinX + MaxX) / 2, y = (MinY + MaxY) / 2;
        return new PlotRange(x - half, x + half, y - half, y + half);
    }

    /// <summary>Whether a point lies inside.</summary>
    /// <param name="x">x₁.</param>
    /// <param name="y">x₂.</param>
    public bool Contains(double x, double y) => x >= MinX && x <= MaxX && y >= MinY && y <= MaxY;

    /// <summary>
    /// The points of a regular grid over this rectangle, row by row from below: where to evaluate a field.
    /// </summary>
    /// <param name="side">Points a side, at least 2.</param>
    public PointCloud Grid(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 2);
        var (minX, minY, width, height) = (MinX, MinY, Width, Height);
        var cells = Enumerable.Range(0, side * side).ToArray();
        return new PointCloud(
            cells.Select(i => (float)(minX + (width * (i % side + 0.5) / side))),
            cells.Select(i => (float)(minY + (height * (i / side + 0.5) / side))));
    }

    private static PlotRange Cover(IEnumerable<PointCloud> clouds, double cut)
    {
        var all = clouds.ToArray();
        if (all.Length == 0)
            throw new ArgumentException("No points were given, so there is no range to show.", nameof(clouds));
        var (minX, maxX) = Span(all.Select(cloud => cloud.X.ToArray()), cut);
        var (minY, maxY) = Span(all.Select(cloud => cloud.Y.ToArray()), cut);
        return new PlotRange(minX, maxX, minY, maxY);
    }

    private static (double Min, double Max) Span(IEnumerable<float[]> sets, double cut)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (var set in sets)
        {
            Array.Sort(set);
            var skip = (int)(cut * set.Length);
            min = Math.Min(min, set[skip]);
            max = Math.Max(max, set[set.Length - 1 - skip]);
        }

        var margin = max > min ? 0.05 * (max - min) : Math.Max(1, Math.Abs(max)) * 0.5;
        return (min - margin, max + margin);
    }
}
