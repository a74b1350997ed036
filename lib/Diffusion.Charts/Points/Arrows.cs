using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

/// <summary>Arrows as one broken line: shaft and two barbs each; Plotly has no trace of its own for them.</summary>
internal static class Arrows
{
    private const double Barb = 0.28;
    private const double BarbAngle = 2.6;

    public static ScatterTrace Draw(PointCloud at, PointCloud vectors, PlotRange range)
    {
        Require.Same(at.Count, vectors.Count, "The numbers of arrows and of their places", nameof(vectors));
        var longest = Enumerable.Range(0, at.Count).Max(
            i => Math.Sqrt((vectors.X[i] * (double)vectors.X[i]) + (vectors.Y[i] * (double)vectors.Y[i])));
        double spacing = Math.Sqrt(range.Width * range.Height / at.Count), scale = longest > 0 ? spacing / longest : 0;
        var (x, y) = (new List<double>(8 * at.Count), new List<double>(8 * at.Count));
        for (var i = 0; i < at.Count; i++)
            Add(x, y, at.X[i], at.Y[i], scale * vectors.X[i], scale * vectors.Y[i]);
        return new ScatterTrace
        {
            X = new Numbers([.. x]),
            Y = new Numbers([.. y]),
            Mode = ScatterMode.Lines,
            Line = new Line { Color = Palette.At(1), Width = 1.4 },
            HoverInfo = "skip",
        };
    }

    private static void Add(List<double> x, List<double> y, double fromX, double fromY, double dx, double dy)
    {
        double toX = fromX + dx, toY = fromY + dy;
        var (leftX, leftY) = Rotate(dx, dy, BarbAngle);
        var (rightX, rightY) = Rotate(dx, dy, -BarbAngle);
        x.AddRange([fromX, toX, toX + leftX, double.NaN, toX, toX + rightX, double.NaN]);
        y.AddRange([fromY, toY, toY + leftY, double.NaN, toY, toY + rightY, double.NaN]);
    }

    private static (double X, double Y) Rotate(double x, double y, double angle) =>
        (
            Barb * ((x * Math.Cos(angle)) - (y * Math.Sin(angle))),
            Barb * ((x * Math.Sin(angle)) + (y * Math.Cos(angle))));
}
