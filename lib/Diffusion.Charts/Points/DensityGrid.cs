using static TorchSharp.torch;

namespace Diffusion.Charts;

/// <summary>Values on a regular grid over a rectangle: a density, a loss surface, any height over the plane.</summary>
public sealed class DensityGrid
{
    private readonly double[,] _values;

    /// <summary>Takes values.</summary>
    /// <param name="values">The values at the middles of the cells, [rows from below, columns from the left].</param>
    /// <param name="range">The rectangle.</param>
    /// <exception cref="ArgumentException">A side has fewer than two cells, or a value is not finite.</exception>
    public DensityGrid(double[,] values, PlotRange range)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.GetLength(0) < 2 || values.GetLength(1) < 2)
            throw new ArgumentException(
                $"A grid needs two cells a side at least; this one is [{values.GetLength(0)}, {values.GetLength(1)}].",
                nameof(values));
        if (values.Cast<double>().Any(value => !double.IsFinite(value)))
            throw new ArgumentException(
                "A grid value is not finite: only finite numbers can be drawn.",
                nameof(values));
        (_values, Range) = ((double[,])values.Clone(), range);
    }

    /// <summary>The rectangle.</summary>
    public PlotRange Range { get; }

    /// <summary>The rows, from below.</summary>
    public int Rows => _values.GetLength(0);

    /// <summary>The columns, from the left.</summary>
    public int Columns => _values.GetLength(1);

    /// <summary>The value of a cell.</summary>
    /// <param name="row">From below.</param>
    /// <param name="column">From the left.</param>
    public double this[int row, int column] => _values[row, column];

    /// <summary>A function's values.</summary>
    /// <param name="function">The function of x₁ and x₂.</param>
    /// <param name="range">The rectangle.</param>
    /// <param name="cells">Cells a side.</param>
    public static DensityGrid From(Func<double, double, double> function, PlotRange range, int cells = 80)
    {
        ArgumentNullException.ThrowIfNull(function);
        var values = new double[cells, cells];
        for (var row = 0; row < cells; row++)
        {
            for (var column = 0; column < cells; column++)
                values[row, column] = function(
                    range.MinX + (range.Width * (column + 0.5) / cells),
                    range.MinY + (range.Height * (row + 0.5) / cells));
        }

        return new DensityGrid(values, range);
    }

    /// <summary>
    /// A cloud's density: its points counted in cells, smoothed by a Gaussian kernel, with integral 1.
    /// </summary>
    /// <param name="points">The points.</param>
    /// <param name="range">The rectangle; by default one that holds the cloud.</param>
    /// <param name="cells">Cells a side.</param>
    /// <param name="bandwidth">The kernel's standard deviation in cells.</param>
    public static DensityGrid Of(PointCloud points, PlotRange? range = null, int cells = 80, double bandwidth = 2)
    {
        ArgumentNullException.ThrowIfNull(points);
        var area = range ?? PlotRange.Typical(points);
        var counts = new double[cells, cells];
        var each = cells * cells / (area.Width * area.Height * points.Count);
        for (var i = 0; i < points.Count; i++)
        {
            int column = (int)Math.Floor((points.X[i] - area.MinX) / area.Width * cells), row = (int)Math.Floor(
                (points.Y[i] - area.MinY) / area.Height * cells);
            if (column >= 0 && column < cells && row >= 0 && row < cells)
                counts[row, column] += each;
        }

        return new DensityGrid(Smoothing.Blur(counts, bandwidth), area);
    }

    /// <summary>A tensor's values, such as a model's at the points of <see cref="PlotRange.Grid"/>.</summary>
    /// <param name="values">The values, [rows from below, columns from the left], or side² of them in that
    /// order.</param>
    /// <param name="range">The rectangle.</param>
    public static DensityGrid FromTensor(Tensor values, PlotRange range)
    {
        ArgumentNullException.ThrowIfNull(values);
        var flat = TensorData.Copy(values);
        var rows = values.shape.Length == 2 && values.shape[1] > 1
            ? (int)values.shape[0]
            : (int)Math.Round(Math.Sqrt(flat.Length));
        if (rows == 0 || flat.Length % rows != 0 || (values.shape.Length != 2 && rows * rows != flat.Length))
            throw new ArgumentException(
                $"A grid is a tensor [rows, columns], or has a square number of elements; this one is {TensorData.Shape(values)}.",
                nameof(values));
        var grid = new double[rows, flat.Length / rows];
        for (var i = 0; i < flat.Length; i++)
            grid[i / grid.GetLength(1), i % grid.GetLength(1)] = flat[i];
        return new DensityGrid(grid, range);
    }

    internal double[] XCenters() => Centers(Range.MinX, Range.Width, Columns);

    internal double[] YCenters() => Centers(Range.MinY, Range.Height, Rows);

    internal double[,] ToArray() => (double[,])_values.Clone();

    private static double[] Centers(double from, double length, int cells) =>
        [.. Enumerable.Range(0, cells).Select(i => from + (length * (i + 0.5) / cells))];
}
