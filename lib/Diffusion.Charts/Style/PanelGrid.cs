using System.Collections.Immutable;
using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

/// <summary>
/// Square panels in rows and columns. The page rearranges them to its width by the same arithmetic (figure.js).
/// </summary>
internal static class PanelGrid
{
    /// <summary>The gap between panels as a share of a panel's side.</summary>
    public const double Gap = 0.06;

    /// <summary>The height in pixels of the label above a panel.</summary>
    public const int LabelHeight = 24;

    private const int PageWidth = 800;

    /// <summary>How many columns a number of panels has on a phone, on a page and on a projector.</summary>
    public static FigureShape Shape(int panels, int? columns)
    {
        if (columns is < 1)
            throw new ArgumentOutOfRangeException(nameof(columns), columns, "A grid needs at least one column.");
        var page = Math.Min(panels, columns ?? 5);
        return new FigureShape
        {
            Panels = panels,
            Columns = [Math.Min(page, 4), page, Math.Min(panels, columns ?? 10)],
            MaxHeight = 860,
        };
    }

    /// <summary>Places the panels for a page of ordinary width.</summary>
    public static Layout Arrange(Layout layout, FigureShape shape)
    {
        int columns = shape.Columns[1], rows = (shape.Panels + columns - 1) / columns;
        var side = Math.Min(
            PageWidth / (columns + (Gap * (columns - 1))),
            ((double)shape.MaxHeight / rows) - LabelHeight);
        double step = side * (1 + Gap), rowHeight = side + LabelHeight, height = rows * rowHeight;
        var start = (PageWidth - (columns * step) + (side * Gap)) / 2;
        var axes = layout.Axes.ToImmutableSortedDictionary(StringComparer.Ordinal);
        for (var i = 0; i < shape.Panels; i++)
        {
            double left = (start + (i % columns * step)) / PageWidth, bottom = 1 - (
                ((i / columns * rowHeight) + rowHeight) / height);
            string x = "xaxis" + Parts.Suffix(i + 1), y = "yaxis" + Parts.Suffix(i + 1);
            axes = axes
                .SetItem(x, axes[x] with { Domain = new Numbers(left, left + (side / PageWidth)) })
                .SetItem(y, axes[y] with { Domain = new Numbers(bottom, bottom + (side / height)) });
        }

        return layout with
        {
            Axes = axes,
            Height = height + Parts.TitleHeight + shape.Footer,
            Margin = new Margin { T = Parts.TitleHeight, B = shape.Footer },
        };
    }
}
