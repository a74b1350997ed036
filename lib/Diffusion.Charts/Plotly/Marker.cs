namespace Diffusion.Charts.Plotly;

/// <summary>How points or bars look.</summary>
public sealed record Marker
{
    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }

    /// <summary>The diameter in pixels.</summary>
    public double? Size { get; init; }

    /// <summary>From 0 (unseen) to 1.</summary>
    public double? Opacity { get; init; }

    /// <summary>The outline.</summary>
    public Line? Line { get; init; }
}
