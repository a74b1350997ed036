namespace Diffusion.Charts.Plotly;

/// <summary>A slider that walks through steps.</summary>
public sealed record Slider
{
    /// <summary>Which step is shown.</summary>
    public int Active { get; init; }

    /// <summary>The steps, from left to right.</summary>
    public IReadOnlyList<SliderStep> Steps { get; init; } = [];

    /// <summary>The label of the step shown.</summary>
    public CurrentValue? CurrentValue { get; init; }

    /// <summary>Its left end as a share of the figure.</summary>
    public double? X { get; init; }

    /// <summary>Its upper edge as a share of the figure.</summary>
    public double? Y { get; init; }

    /// <summary>Which side stands there.</summary>
    public string? YAnchor { get; init; }

    /// <summary>Its length as a share of the figure.</summary>
    public double? Len { get; init; }

    /// <summary>Free space around it.</summary>
    public Padding? Pad { get; init; }

    /// <summary>The colour of the rail.</summary>
    public string? BgColor { get; init; }

    /// <summary>The colour of the grip when held.</summary>
    public string? ActiveBgColor { get; init; }

    /// <summary>The colour of the outline.</summary>
    public string? BorderColor { get; init; }

    /// <summary>The length of its ticks.</summary>
    public double? TickLen { get; init; }

    /// <summary>The length of unlabelled ticks.</summary>
    public double? MinorTickLen { get; init; }

    /// <summary>The colour of ticks.</summary>
    public string? TickColor { get; init; }

    /// <summary>How its labels are set.</summary>
    public Font? Font { get; init; }
}
