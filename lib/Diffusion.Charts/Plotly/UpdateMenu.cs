using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>A row of buttons.</summary>
public sealed record UpdateMenu
{
    /// <summary><c>buttons</c>.</summary>
    [JsonPropertyName("type")]
    public string? Kind { get; init; }

    /// <summary><c>left</c> sets buttons side by side.</summary>
    public string? Direction { get; init; }

    /// <summary>The buttons.</summary>
    public IReadOnlyList<MenuButton> Buttons { get; init; } = [];

    /// <summary>Whether the last one pressed is marked.</summary>
    public bool ShowActive { get; init; }

    /// <summary>The horizontal place as a share of the figure.</summary>
    public double? X { get; init; }

    /// <summary>The vertical place as a share of the figure.</summary>
    public double? Y { get; init; }

    /// <summary>Which side stands at the horizontal place.</summary>
    public string? XAnchor { get; init; }

    /// <summary>Which side stands at the vertical place.</summary>
    public string? YAnchor { get; init; }

    /// <summary>Free space around.</summary>
    public Padding? Pad { get; init; }

    /// <summary>The colour of the buttons.</summary>
    public string? BgColor { get; init; }

    /// <summary>The colour of their outline.</summary>
    public string? BorderColor { get; init; }
}

/// <summary>One button.</summary>
public sealed record MenuButton
{
    /// <summary>What it says.</summary>
    public string Label { get; init; } = "";

    /// <summary>What it does.</summary>
    public StepMethod Method { get; init; }

    /// <summary>With which arguments.</summary>
    public IReadOnlyList<object?> Args { get; init; } = [];
}
