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

/// <summary>The label of a slider.</summary>
public sealed record CurrentValue
{
    /// <summary>What stands before the value.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether it is shown.</summary>
    public bool? Visible { get; init; }

    /// <summary>On which side it stands.</summary>
    public string? XAnchor { get; init; }

    /// <summary>The distance to the rail in pixels.</summary>
    public double? Offset { get; init; }

    /// <summary>How it is set.</summary>
    public Font? Font { get; init; }
}

/// <summary>One step of a slider.</summary>
public sealed record SliderStep
{
    /// <summary>What it is called.</summary>
    public string Label { get; init; } = "";

    /// <summary>What it does.</summary>
    public StepMethod Method { get; init; }

    /// <summary>With which arguments.</summary>
    public IReadOnlyList<object> Args { get; init; } = [];
}

/// <summary>What a slider step or a button does.</summary>
public enum StepMethod
{
    /// <summary>Shows frames.</summary>
    Animate,

    /// <summary>Changes traces.</summary>
    Restyle,

    /// <summary>Changes traces and layout.</summary>
    Update,
}
