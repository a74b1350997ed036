namespace Diffusion.Charts.Plotly;

/// <summary>How values are spaced on an axis.</summary>
public enum AxisScale
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>By their logarithm.</summary>
    Log,
}
