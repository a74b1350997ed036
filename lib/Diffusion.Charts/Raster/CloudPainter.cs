namespace Diffusion.Charts.Raster;

/// <summary>Draws every point of a cloud as a small soft dot, so that crowded places grow darker.</summary>
internal static class CloudPainter
{
    /// <summary>The levels of cover that are told apart; few, so that pictures stay small.</summary>
    public const int Levels = 16;

    public static Canvas Paint(PointCloud points, PlotRange range, int width, int height)
    {
        var canvas = new Canvas(width, height);
        PaintOnto(canvas, points, range, 0, 0, width, height);
        return canvas;
    }

    /// <summary>Draws into a rectangle of a larger canvas; points outside the range are left out.</summary>
    public static void PaintOnto(
        Canvas canvas,
        PointCloud points,
        PlotRange range,
        int left,
        int top,
        int width,
        int height)
    {
        var radius = Math.Clamp(width / 3.2 / Math.Sqrt(points.Count), 0.0034 * width, 0.012 * width);
        var opacity = points.Count > 3000 ? 0.5 : 0.75;
        for (var i = 0; i < points.Count; i++)
        {
            double x = points.X[i], y = points.Y[i];
            if (range.Contains(x, y))
                canvas.Dot(
                    left + ((x - range.MinX) / range.Width * width),
                    top + ((range.MaxY - y) / range.Height * height),
                    radius,
                    opacity);
        }
    }

    /// <summary>The level of a cover, from 0 to <see cref="Levels"/> − 1.</summary>
    public static int Level(float cover) => (int)Math.Round(cover * (Levels - 1));
}
