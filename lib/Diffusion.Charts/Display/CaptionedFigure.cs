using Diffusion.Charts.Plotly;

namespace Diffusion.Charts.Display;

/// <summary>A figure that holds its caption itself, for hosts that draw nothing else of it.</summary>
internal static class CaptionedFigure
{
    // Letters of the caption's size on the 800 pixels that a figure is made for; on fewer, Plotly cuts nothing off but the margin.
    private const int LineLength = 105;

    // Lines stand as far apart as those of the title, whose text they are part of.
    private const double LineHeight = 22;

    /// <summary>The figure with its caption in small type below its title, which grows by it.</summary>
    public static Figure Of(Figure figure)
    {
        if (string.IsNullOrWhiteSpace(figure.Caption) || figure.Layout.Title is not { } title)
            return figure;
        var lines = Words.Wrap(figure.Caption, LineLength).Split("<br>");
        var height = lines.Length * LineHeight;
        var small = lines.Select(line => $"<br><span style=\"font-size:12px;font-weight:normal\">{Escape(line)}</span>");
        return figure with
        {
            Layout = figure.Layout with
            {
                Title = title with { Value = title.Value + string.Concat(small) },
                Height = figure.Layout.Height + height,
                Margin = (figure.Layout.Margin ?? new Margin()) with { T = (figure.Layout.Margin?.T ?? Parts.TitleHeight) + height },
                Meta = new LayoutMeta { Title = title.Value ?? "", CaptionHeight = height },
            },
        };
    }

    // Plotly takes a few elements of HTML for what they are.
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
