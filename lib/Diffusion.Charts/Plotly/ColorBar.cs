namespace Diffusion.Charts.Plotly;

/// <summary>The legend of a colour scale.</summary>
public sealed record ColorBar
{
    /// <summary>Its title.</summary>
    public Text? Title { get; init; }

    /// <summary>Its width in pixels.</summary>
    public double? Thickness { get; init; }

    /// <summary>Its length as a share of the panel.</summary>
    public double? Len { get; init; }

    /// <summary>The width of its outline.</summary>
    public double? OutlineWidth { get; init; }

    /// <summary>About how many ticks it has.</summary>
    public int? NTicks { get; init; }

    /// <summary><c>h</c> or <c>v</c>.</summary>
    public string? Orientation { get; init; }
}
