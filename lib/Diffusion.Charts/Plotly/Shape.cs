using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>A line or rectangle somewhere in the figure.</summary>
public sealed record Shape
{
    /// <summary>Line or rectangle.</summary>
    [JsonPropertyName("type")]
    public ShapeKind Kind { get; init; }

    /// <summary>One end, horizontally.</summary>
    public double X0 { get; init; }

    /// <summary>The other end, horizontally.</summary>
    public double X1 { get; init; }

    /// <summary>One end, vertically.</summary>
    public double Y0 { get; init; }

    /// <summary>The other end, vertically.</summary>
    public double Y1 { get; init; }

    /// <summary>What horizontal places refer to.</summary>
    public string? XRef { get; init; }

    /// <summary>What vertical places refer to.</summary>
    public string? YRef { get; init; }

    /// <summary>How its line looks.</summary>
    public Line? Line { get; init; }

    /// <summary><c>below</c> or <c>above</c> the marks.</summary>
    public string? Layer { get; init; }
}
