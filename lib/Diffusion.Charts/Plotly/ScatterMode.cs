namespace Diffusion.Charts.Plotly;

/// <summary>How a scatter trace is drawn.</summary>
public enum ScatterMode
{
    /// <summary>Points.</summary>
    Markers,

    /// <summary>A line.</summary>
    Lines,
}
