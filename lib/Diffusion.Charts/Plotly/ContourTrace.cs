namespace Diffusion.Charts.Plotly;

/// <summary>Lines of equal value over a grid.</summary>
public sealed record ContourTrace : Trace
{
    /// <summary>Horizontal places of the columns.</summary>
    public Numbers? X { get; init; }

    /// <summary>Vertical places of the rows.</summary>
    public Numbers? Y { get; init; }

    /// <summary>The values, row by row.</summary>
    public Numbers? Z { get; init; }

    /// <summary>Which levels are drawn, and how.</summary>
    public Contours? Contours { get; init; }

    /// <summary>False takes the levels from <see cref="Contours"/>.</summary>
    public bool? AutoContour { get; init; }

    /// <summary>How the lines look.</summary>
    public Line? Line { get; init; }

    /// <summary>Colours from the smallest value to the largest.</summary>
    public IReadOnlyList<ColorStop>? ColorScale { get; init; }

    /// <summary>Whether a colour bar is shown.</summary>
    public bool? ShowScale { get; init; }
}

/// <summary>The levels of a contour trace.</summary>
public sealed record Contours
{
    /// <summary>The lowest level.</summary>
    public double? Start { get; init; }

    /// <summary>The highest level.</summary>
    public double? End { get; init; }

    /// <summary>The step between levels.</summary>
    public double? Size { get; init; }

    /// <summary><c>lines</c> colours the lines, <c>none</c> leaves them in one colour.</summary>
    public string? Coloring { get; init; }
}
