using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>A text with its font.</summary>
public sealed record Text
{
    /// <summary>What it says.</summary>
    [JsonPropertyName("text")]
    public string? Value { get; init; }

    /// <summary>How it is set.</summary>
    public Font? Font { get; init; }

    /// <summary>Its horizontal place as a share of the figure.</summary>
    public double? X { get; init; }

    /// <summary>Which side of the text stands there.</summary>
    public string? XAnchor { get; init; }

    /// <summary>What the place refers to.</summary>
    public string? XRef { get; init; }

    /// <summary>Its vertical place as a share of the figure.</summary>
    public double? Y { get; init; }

    /// <summary>Which side of the text stands there.</summary>
    public string? YAnchor { get; init; }

    /// <summary>What the place refers to.</summary>
    public string? YRef { get; init; }

    /// <summary>Free space around it.</summary>
    public Padding? Pad { get; init; }

    /// <summary>The distance from the axis in pixels.</summary>
    public double? Standoff { get; init; }

    /// <summary>Whether the margin grows to hold it.</summary>
    public bool? AutoMargin { get; init; }
}

/// <summary>How text is set.</summary>
public sealed record Font
{
    /// <summary>CSS font families.</summary>
    public string? Family { get; init; }

    /// <summary>The size in pixels.</summary>
    public double? Size { get; init; }

    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }
}
