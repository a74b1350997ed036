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

/// <summary>How a scatter trace is drawn.</summary>
public enum ScatterMode
{
    /// <summary>Points.</summary>
    Markers,

    /// <summary>A line.</summary>
    Lines,
}

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

/// <summary>How a line looks.</summary>
public sealed record Line
{
    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }

    /// <summary>The width in pixels.</summary>
    public double? Width { get; init; }

    /// <summary><c>solid</c>, <c>dot</c> or <c>dash</c>.</summary>
    public string? Dash { get; init; }

    /// <summary><c>linear</c>, or <c>hvh</c> for steps.</summary>
    public string? Shape { get; init; }
}
