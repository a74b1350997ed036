namespace Diffusion.Charts.Plotly;

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
