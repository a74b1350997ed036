namespace Diffusion.Charts.Plotly;

/// <summary>What a figure was before its caption became part of it.</summary>
public sealed record LayoutMeta
{
    /// <summary>The title alone.</summary>
    public required string Title { get; init; }

    /// <summary>The height in pixels that the caption has added.</summary>
    public required double CaptionHeight { get; init; }
}
