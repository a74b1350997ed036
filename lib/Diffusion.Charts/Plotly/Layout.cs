using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>Everything of a figure that is not a trace.</summary>
public sealed record Layout
{
    /// <summary>The title.</summary>
    public Text? Title { get; init; }

    /// <summary>What else is to be known of the figure; it is not drawn.</summary>
    public LayoutMeta? Meta { get; init; }

    /// <summary>The height in pixels.</summary>
    public double? Height { get; init; }

    /// <summary>Whether the width follows the page.</summary>
    public bool? AutoSize { get; init; }

    /// <summary>The font of all text.</summary>
    public Font? Font { get; init; }

    /// <summary>Free space around the panels.</summary>
    public Margin? Margin { get; init; }

    /// <summary>The colour behind the figure.</summary>
    [JsonPropertyName("paper_bgcolor")]
    public string? PaperColor { get; init; }

    /// <summary>The colour behind the panels.</summary>
    [JsonPropertyName("plot_bgcolor")]
    public string? PlotColor { get; init; }

    /// <summary>Whether there is a legend.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>The legend.</summary>
    public Legend? Legend { get; init; }

    /// <summary>What a hover label gathers: <c>closest</c>, <c>x unified</c>.</summary>
    public string? HoverMode { get; init; }

    /// <summary><c>axis</c> lets a hover label gather from all panels on one axis.</summary>
    public string? HoverSubplots { get; init; }

    /// <summary>How hover labels look.</summary>
    public HoverLabel? HoverLabel { get; init; }

    /// <summary>False: dragging scrolls the page, it does not zoom.</summary>
    public bool? DragMode { get; init; }

    /// <summary>How bars at one place are arranged.</summary>
    public string? BarMode { get; init; }

    /// <summary>The gap between bars as a share.</summary>
    public double? BarGap { get; init; }

    /// <summary>Texts.</summary>
    public IReadOnlyList<Annotation>? Annotations { get; init; }

    /// <summary>Pictures.</summary>
    public IReadOnlyList<LayoutImage>? Images { get; init; }

    /// <summary>Rectangles and paths.</summary>
    public IReadOnlyList<LayoutShape>? Shapes { get; init; }

    /// <summary>Sliders.</summary>
    public IReadOnlyList<Slider>? Sliders { get; init; }

    /// <summary>Buttons.</summary>
    public IReadOnlyList<UpdateMenu>? UpdateMenus { get; init; }

    /// <summary>The axes, named <c>xaxis</c>, <c>yaxis</c>, <c>xaxis2</c>, ….</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, Axis> Axes { get; init; } = System.Collections.Immutable.ImmutableSortedDictionary<string, Axis>.Empty;

    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, object> AxesAsFields => Axes.ToDictionary(
        axis => axis.Key,
        axis => (object)axis.Value);
}

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

/// <summary>What a figure was before its caption became part of it.</summary>
public sealed record LayoutMeta
{
    /// <summary>The title alone.</summary>
    public required string Title { get; init; }

    /// <summary>The height in pixels that the caption has added.</summary>
    public required double CaptionHeight { get; init; }
}
