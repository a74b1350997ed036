namespace Diffusion.Charts.Plotly;

/// <summary>A text somewhere in the figure.</summary>
public sealed record Annotation
{
    /// <summary>What it says.</summary>
    public string? Text { get; init; }

    /// <summary>Its horizontal place.</summary>
    public double? X { get; init; }

    /// <summary>Its vertical place.</summary>
    public double? Y { get; init; }

    /// <summary>What the horizontal place refers to.</summary>
    public string? XRef { get; init; }

    /// <summary>What the vertical place refers to.</summary>
    public string? YRef { get; init; }

    /// <summary>Which side stands at the horizontal place.</summary>
    public string? XAnchor { get; init; }

    /// <summary>Which side stands at the vertical place.</summary>
    public string? YAnchor { get; init; }

    /// <summary>Whether an arrow points at the place.</summary>
    public bool ShowArrow { get; init; }

    /// <summary>Where the arrow starts; its point is the annotation's place.</summary>
    public double? AX { get; init; }

    /// <summary>Where the arrow starts.</summary>
    public double? AY { get; init; }

    /// <summary>What the arrow's horizontal start refers to.</summary>
    public string? AXRef { get; init; }

    /// <summary>What the arrow's vertical start refers to.</summary>
    public string? AYRef { get; init; }

    /// <summary>The kind of the arrow's head, by Plotly's number.</summary>
    public int? ArrowHead { get; init; }

    /// <summary>The width of the arrow in pixels.</summary>
    public double? ArrowWidth { get; init; }

    /// <summary>The colour of the arrow.</summary>
    public string? ArrowColor { get; init; }

    /// <summary>How its lines stand to each other: <c>left</c>, <c>center</c> or <c>right</c>.</summary>
    public string? Align { get; init; }

    /// <summary>How it is set.</summary>
    public Font? Font { get; init; }
}
