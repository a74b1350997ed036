using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>One axis of a panel.</summary>
public sealed record Axis
{
    /// <summary>The name of what it measures.</summary>
    public Text? Title { get; init; }

    /// <summary>Linear or logarithmic.</summary>
    [JsonPropertyName("type")]
    public AxisScale? Scale { get; init; }

    /// <summary>The two ends; exponents of ten on a logarithmic axis.</summary>
    public Numbers? Range { get; init; }

    /// <summary>The share of the figure that it spans.</summary>
    public Numbers? Domain { get; init; }

    /// <summary>The side of the panel on which it stands.</summary>
    public string? Side { get; init; }

    /// <summary>The axis that it crosses.</summary>
    public string? Anchor { get; init; }

    /// <summary>The axis whose unit has the same length in pixels.</summary>
    public string? ScaleAnchor { get; init; }

    /// <summary><c>domain</c> keeps the range and shrinks the panel when units must agree.</summary>
    public string? Constrain { get; init; }

    /// <summary>The side towards which the panel shrinks then.</summary>
    public string? ConstrainToward { get; init; }

    /// <summary>Whether anything of it is drawn.</summary>
    public bool? Visible { get; init; }

    /// <summary>Whether zooming is off.</summary>
    public bool? FixedRange { get; init; }

    /// <summary>Whether grid lines are drawn.</summary>
    public bool? ShowGrid { get; init; }

    /// <summary>The colour of grid lines.</summary>
    public string? GridColor { get; init; }

    /// <summary>Whether zero is marked.</summary>
    public bool? ZeroLine { get; init; }

    /// <summary>The colour of the zero line.</summary>
    public string? ZeroLineColor { get; init; }

    /// <summary><c>outside</c>, or empty for none.</summary>
    public string? Ticks { get; init; }

    /// <summary>Where ticks stand.</summary>
    public Numbers? TickVals { get; init; }

    /// <summary>What the ticks say.</summary>
    public IReadOnlyList<string>? TickText { get; init; }

    /// <summary>How powers of ten are written.</summary>
    public string? ExponentFormat { get; init; }

    /// <summary>Whether the margin grows to hold the labels.</summary>
    public bool? AutoMargin { get; init; }

    /// <summary>The first line of a hover label that gathers several traces.</summary>
    public Text? UnifiedHoverTitle { get; init; }

    /// <summary>The width of the line that marks the place of a hover label.</summary>
    public double? SpikeThickness { get; init; }

    /// <summary>The colour of that line.</summary>
    public string? SpikeColor { get; init; }

    /// <summary>How that line is dashed.</summary>
    public string? SpikeDash { get; init; }
}

/// <summary>How values are spaced on an axis.</summary>
public enum AxisScale
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>By their logarithm.</summary>
    Log,
}
