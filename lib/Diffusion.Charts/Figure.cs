using System.Text.Json;
using Diffusion.Charts.Display;
using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

/// <summary>
/// A Plotly figure: data, layout and frames, with its words. It shows itself in a notebook as
/// <c>application/vnd.plotly.v1+json</c>, <c>text/html</c> and <c>text/plain</c>, sent together.
/// </summary>
[
    TypeFormatterSource(
        typeof(FigureFormatters),
        PreferredMimeTypes = [MimeTypes.Plotly, MimeTypes.Html, MimeTypes.Plain]),
]
public sealed record Figure
{
    /// <summary>The traces.</summary>
    public required IReadOnlyList<Trace> Data { get; init; }

    /// <summary>Axes, title, legend and controls.</summary>
    public required Layout Layout { get; init; }

    /// <summary>The frames of an animation; none for a still figure.</summary>
    public IReadOnlyList<Frame>? Frames { get; init; }

    /// <summary>Behaviour on the page.</summary>
    public Config Config { get; init; } = new();

    /// <summary>One line that says what the figure shows, for those who do not see it.</summary>
    public required string AltText { get; init; }

    /// <summary>What must be known to read the figure: thinned clouds, ranges, units.</summary>
    public string? Caption { get; init; }

    /// <summary>How the figure fills the width of a page.</summary>
    public FigureShape Shape { get; init; } = new();

    /// <summary>The title as plain text.</summary>
    public string Title => Layout.Title?.Value ?? "";

    /// <summary>The figure as Plotly's JSON: <c>{"data", "layout", "frames", "config"}</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { Data, Layout, Frames, Config }, FigureJson.Options);

    /// <summary>The figure as a piece of HTML that draws itself: hosts that know nothing of it, such as Verso, find this method by its name.</summary>
    /// <remarks>The first of a process brings Plotly's script along, which those after it on the page use too.</remarks>
    public string ToHtml() => FigureHtml.Render(this);

    /// <summary>The alternative text.</summary>
    public override string ToString() => AltText;
}
