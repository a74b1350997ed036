using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>One series of marks; the JSON field <c>type</c> names the kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ScatterTrace), "scatter")]
[JsonDerivedType(typeof(BarTrace), "bar")]
[JsonDerivedType(typeof(HeatmapTrace), "heatmap")]
[JsonDerivedType(typeof(ContourTrace), "contour")]
[JsonDerivedType(typeof(ImageTrace), "image")]
public abstract record Trace
{
    /// <summary>The name in the legend and in the hover label.</summary>
    public string? Name { get; init; }

    /// <summary>The horizontal axis it belongs to: <c>x</c>, <c>x2</c>, ….</summary>
    public string? XAxis { get; init; }

    /// <summary>The vertical axis it belongs to: <c>y</c>, <c>y2</c>, ….</summary>
    public string? YAxis { get; init; }

    /// <summary>Whether the legend lists it.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>Whether it is drawn.</summary>
    public bool? Visible { get; init; }

    /// <summary>From 0 (unseen) to 1.</summary>
    public double? Opacity { get; init; }

    /// <summary>What a hover label shows; <c>skip</c> for none.</summary>
    public string? HoverInfo { get; init; }

    /// <summary>The text of a hover label.</summary>
    public string? HoverTemplate { get; init; }
}

/// <summary>A picture: pixel (i, j) is a unit square around the place (i, j).</summary>
public sealed record ImageTrace : Trace
{
    /// <summary>A data URI.</summary>
    public string Source { get; init; } = "";

    /// <summary>False keeps the edges of enlarged pixels sharp; <c>fast</c> blurs them.</summary>
    public bool ZSmooth { get; init; }
}

/// <summary>One picture of an animation: the traces that change.</summary>
public sealed record Frame
{
    /// <summary>The name by which a slider calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The changed traces.</summary>
    public IReadOnlyList<Trace> Data { get; init; } = [];

    /// <summary>Which traces they replace.</summary>
    public IReadOnlyList<int> Traces { get; init; } = [];
}
