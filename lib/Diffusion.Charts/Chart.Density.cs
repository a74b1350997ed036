using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>A density over the plane: colour, lines of equal height, and arrows such as a score field's.</summary>
    /// <param name="density">The density.</param>
    /// <param name="title">The title.</param>
    /// <param name="arrows">Where arrows start and where they point; they are scaled to be seen, not to length.</param>
    /// <param name="over">Points drawn on top.</param>
    /// <param name="alt">Alternative text; by default it says what is drawn.</param>
    public static Figure Density(
        DensityGrid density,
        string title,
        (PointCloud At, PointCloud Vectors)? arrows = null,
        PointCloud? over = null,
        string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(density);
        var top = density.ToArray().Cast<double>().Max();
        Numbers x = new(density.XCenters()), y = new(density.YCenters()), z = Numbers.Of(density.ToArray());
        Trace[] ground =
        [
            new HeatmapTrace
            {
                X = x,
                Y = y,
                Z = z,
                ZMin = 0,
                ZMax = top,
                ZSmooth = "best",
                ColorScale = Shades(Palette.At(0)),
                ShowScale = false,
                HoverTemplate = "x₁ %{x:.2f}<br>x₂ %{y:.2f}<br>%{z:.3g}<extra></extra>",
            },
            new ContourTrace
            {
                X = x,
                Y = y,
                Z = z,
                AutoContour = false,
                Contours = new Contours { Start = top / 8, End = top * 7 / 8, Size = top / 4, Coloring = "none" },
                Line = new Line { Color = Palette.Neutral, Width = 1 },
                ShowScale = false,
                HoverInfo = "skip",
            },
        ];
        return Plane(
            ground,
            density.Range,
            title,
            arrows,
            over,
            alt
                ?? $"{title}: density over x₁ and x₂{(arrows is null ? "" : ", with arrows")}"
                + (over is null ? "." : $" and {Words.Count(over.Count)} points."));
    }

    /// <summary>A field of arrows over the plane, such as a score or a predicted noise.</summary>
    /// <param name="at">Where arrows start.</param>
    /// <param name="vectors">Where they point; they are scaled to be seen, not to length.</param>
    /// <param name="title">The title.</param>
    /// <param name="over">Points drawn beneath.</param>
    /// <param name="alt">Alternative text; by default it says what is drawn.</param>
    public static Figure Field(
        PointCloud at,
        PointCloud vectors,
        string title,
        PointCloud? over = null,
        string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(at);
        return Plane(
            [],
            PlotRange.Holding(at),
            title,
            (at, vectors),
            over,
            alt ?? $"{title}: {Words.Count(at.Count)} arrows over x₁ and x₂.");
    }

    private static Figure Plane(
        Trace[] ground,
        PlotRange range,
        string title,
        (PointCloud At, PointCloud Vectors)? arrows,
        PointCloud? over,
        string alt)
    {
        var shape = new FigureShape { Ratio = 0.62, MinHeight = 340, MaxHeight = 780, Square = true };
        ScatterTrace[] dots = over is null ? [] : [Parts.Dots(over, Palette.At(4))];
        ScatterTrace[] field = arrows is { } given ? [Arrows.Draw(given.At, given.Vectors, range)] : [];
        return new Figure
        {
            Data = [.. ground, .. dots, .. field],
            Layout = Parts.Layout(title, shape, Parts.EqualAxes(range)),
            Shape = shape,
            AltText = alt,
            Caption = Words.Sentences(
                arrows is null
                    ? null
                    : "Arrows share one scale, chosen so that the longest does not reach its neighbour.",
                over is null ? null : Thinning.Sentence([over])),
        };
    }

    // From nothing to the full colour, so that the page shows through where the density is zero.
    private static ColorStop[] Shades(string color) =>
        [
            new(0, Palette.Fade(color, 0)),
            new(0.15, Palette.Fade(color, 0.25)),
            new(0.5, Palette.Fade(color, 0.6)),
            new(1, Palette.Fade(color, 1)),
        ];
}
