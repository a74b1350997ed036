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

    /// <summary>How it is set.</summary>
    public Font? Font { get; init; }
}
