using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>Behaviour of a figure.</summary>
public sealed record Config
{
    /// <summary>Whether Plotly's tool bar is shown.</summary>
    [JsonPropertyName("displayModeBar")]
    public bool DisplayModeBar { get; init; }

    /// <summary>Whether the figure follows the width of the page.</summary>
    public bool Responsive { get; init; } = true;

    /// <summary>Whether the mouse wheel zooms.</summary>
    [JsonPropertyName("scrollZoom")]
    public bool ScrollZoom { get; init; }

    /// <summary>Whether a double click resets the axes.</summary>
    [JsonPropertyName("doubleClick")]
    public bool DoubleClick { get; init; }
}
