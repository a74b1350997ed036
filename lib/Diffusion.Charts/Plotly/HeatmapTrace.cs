namespace Diffusion.Charts.Plotly;

/// <summary>A grid of values as colours.</summary>
public sealed record HeatmapTrace : Trace
{
    /// <summary>Horizontal places of the columns.</summary>
    public Numbers? X { get; init; }

    /// <summary>Vertical places of the rows.</summary>
    public Numbers? Y { get; init; }

    /// <summary>The values, row by row.</summary>
    public Numbers? Z { get; init; }

    /// <summary>The value of the first colour.</summary>
    public double? ZMin { get; init; }

    /// <summary>The value of the last colour.</summary>
    public double? ZMax { get; init; }

    /// <summary><c>best</c> interpolates between cells.</summary>
    public string? ZSmooth { get; init; }

    /// <summary>Colours from the smallest value to the largest.</summary>
    public IReadOnlyList<ColorStop>? ColorScale { get; init; }

    /// <summary>Whether a colour bar is shown.</summary>
    public bool? ShowScale { get; init; }
}
