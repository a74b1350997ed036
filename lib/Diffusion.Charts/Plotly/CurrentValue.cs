namespace Diffusion.Charts.Plotly;

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
