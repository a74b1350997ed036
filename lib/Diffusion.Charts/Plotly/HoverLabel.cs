namespace Diffusion.Charts.Plotly;

/// <summary>How hover labels look.</summary>
public sealed record HoverLabel
{
    /// <summary>The colour behind.</summary>
    public string? BgColor { get; init; }

    /// <summary>The colour of the outline.</summary>
    public string? BorderColor { get; init; }

    /// <summary>How they are set.</summary>
    public Font? Font { get; init; }
}
