namespace Diffusion.Charts.Plotly;

/// <summary>Points or a line through points.</summary>
public sealed record ScatterTrace : Trace
{
    /// <summary>Horizontal places; absent, they count from <see cref="X0"/> by <see cref="DX"/>.</summary>
    public Numbers? X { get; init; }

    /// <summary>The first horizontal place when <see cref="X"/> is absent.</summary>
    public double? X0 { get; init; }

    /// <summary>The step between horizontal places when <see cref="X"/> is absent.</summary>
    public double? DX { get; init; }

    /// <summary>Vertical places; a value that is not a number breaks the line.</summary>
    public Numbers? Y { get; init; }

    /// <summary>Points or a line.</summary>
    public ScatterMode Mode { get; init; }

    /// <summary>How points look.</summary>
    public Marker? Marker { get; init; }

    /// <summary>How the line looks.</summary>
    public Line? Line { get; init; }

    /// <summary>What is filled under or inside the line.</summary>
    public AreaFill? Fill { get; init; }

    /// <summary>The colour of the filled area.</summary>
    public string? FillColor { get; init; }
}
