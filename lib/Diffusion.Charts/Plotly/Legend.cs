namespace Diffusion.Charts.Plotly;

/// <summary>The legend.</summary>
public sealed record Legend
{
    /// <summary><c>h</c> for a row, <c>v</c> for a column.</summary>
    public string? Orientation { get; init; }

    /// <summary>Its horizontal place as a share of the panel.</summary>
    public double? X { get; init; }

    /// <summary>Its vertical place as a share of the panel.</summary>
    public double? Y { get; init; }

    /// <summary>Which side stands at the horizontal place.</summary>
    public string? XAnchor { get; init; }

    /// <summary>Which side stands at the vertical place.</summary>
    public string? YAnchor { get; init; }

    /// <summary><c>constant</c> draws all marks alike.</summary>
    public string? ItemSizing { get; init; }

    /// <summary>The colour behind it.</summary>
    public string? BgColor { get; init; }
}
