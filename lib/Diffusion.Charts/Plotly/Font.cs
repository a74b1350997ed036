namespace Diffusion.Charts.Plotly;

/// <summary>How text is set.</summary>
public sealed record Font
{
    /// <summary>CSS font families.</summary>
    public string? Family { get; init; }

    /// <summary>The size in pixels.</summary>
    public double? Size { get; init; }

    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }
}
