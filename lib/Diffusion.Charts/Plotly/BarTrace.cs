namespace Diffusion.Charts.Plotly;

/// <summary>Upright bars.</summary>
public sealed record BarTrace : Trace
{
    /// <summary>The middle of each bar.</summary>
    public Numbers? X { get; init; }

    /// <summary>The height of each bar.</summary>
    public Numbers? Y { get; init; }

    /// <summary>The width of each bar.</summary>
    public Numbers? Width { get; init; }

    /// <summary>How the bars look.</summary>
    public Marker? Marker { get; init; }

    /// <summary>A label for each bar.</summary>
    public IReadOnlyList<string>? Text { get; init; }

    /// <summary>Where each label stands: <c>outside</c>, <c>inside</c>, <c>auto</c> or <c>none</c>.</summary>
    public IReadOnlyList<string>? TextPosition { get; init; }

    /// <summary>False lets labels stand outside the panel.</summary>
    public bool? ClipOnAxis { get; init; }
}
