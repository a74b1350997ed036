using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>A rectangle or a path drawn into a panel.</summary>
public sealed record LayoutShape
{
    /// <summary><c>rect</c> or <c>path</c>.</summary>
    [JsonPropertyName("type")]
    public string Kind { get; init; } = "rect";

    /// <summary>The left edge.</summary>
    public double? X0 { get; init; }

    /// <summary>The right edge.</summary>
    public double? X1 { get; init; }

    /// <summary>The lower edge.</summary>
    public double? Y0 { get; init; }

    /// <summary>The upper edge.</summary>
    public double? Y1 { get; init; }

    /// <summary>The path of a path, as SVG writes it, in units of the axes.</summary>
    public string? Path { get; init; }

    /// <summary>The horizontal axis.</summary>
    public string XRef { get; init; } = "x";

    /// <summary>The vertical axis.</summary>
    public string YRef { get; init; } = "y";

    /// <summary>The colour inside.</summary>
    public string? FillColor { get; init; }

    /// <summary>The outline.</summary>
    public Line? Line { get; init; }

    /// <summary><c>below</c> or <c>above</c> the marks.</summary>
    public string? Layer { get; init; }
}
