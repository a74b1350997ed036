namespace Diffusion.Charts.Plotly;

/// <summary>Points or a line through points.</summary>
public sealed record ScatterTrace : Trace
{
    /// <summary>Horizontal places; absent, they count from 0.</summary>
    public Numbers? X { get; init; }

    /// <summary>Vertical places; a value that is not a number breaks the line.</summary>
    public Numbers? Y { get; init; }

    /// <summary>Points or a line.</summary>
    public ScatterMode Mode { get; init; }

    /// <summary>How points look.</summary>
    public Marker? Marker { get; init; }

    /// <summary>How the line looks.</summary>
    public Line? Line { get; init; }
}
