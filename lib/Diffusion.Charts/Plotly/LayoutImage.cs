namespace Diffusion.Charts.Plotly;

/// <summary>A picture laid into a panel.</summary>
public sealed record LayoutImage
{
    /// <summary>A data URI.</summary>
    public string Source { get; init; } = "";

    /// <summary>The horizontal axis.</summary>
    public string? XRef { get; init; }

    /// <summary>The vertical axis.</summary>
    public string? YRef { get; init; }

    /// <summary>The left edge.</summary>
    public double X { get; init; }

    /// <summary>The upper edge.</summary>
    public double Y { get; init; }

    /// <summary>The width in units of the axis.</summary>
    public double SizeX { get; init; }

    /// <summary>The height in units of the axis.</summary>
    public double SizeY { get; init; }

    /// <summary><c>stretch</c> fills the place exactly.</summary>
    public string? Sizing { get; init; }

    /// <summary><c>below</c> or <c>above</c> the marks.</summary>
    public string? Layer { get; init; }
}
