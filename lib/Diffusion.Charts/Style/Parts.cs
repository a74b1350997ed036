using System.Collections.Immutable;
using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

/// <summary>The pieces that all figures share: one theme.</summary>
internal static class Parts
{
    /// <summary>The layout of every figure; what a page knows better (text colour, width) is set on the page.</summary>
    public static Layout Layout(string title, FigureShape shape, params (string Name, Axis Axis)[] axes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        return new()
        {
            Title = new Text
            {
                Value = title,
                X = 0,
                XAnchor = "left",
                XRef = "paper",
                Y = 1,
                YAnchor = "top",
                YRef = "container",
                Pad = new Padding { T = 14 },
                Font = new Font { Size = 17 },
            },
            Height = Math.Clamp(shape.Ratio * 800, shape.MinHeight, shape.MaxHeight) + TitleHeight,
            AutoSize = true,
            Font = new Font
            {
                Family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
                Size = 14,
                Color = Palette.Text,
            },
            Margin = new Margin { L = 56, R = 16, T = TitleHeight, B = AxisHeight },
            PaperColor = "rgba(0,0,0,0)",
            PlotColor = "rgba(0,0,0,0)",
            ShowLegend = false,
            Legend = new Legend
            {
                Orientation = "h",
                X = 0,
                XAnchor = "left",
                Y = 1.01,
                YAnchor = "bottom",
                ItemSizing = "constant",
                BgColor = "rgba(0,0,0,0)",
            },
            HoverMode = "closest",
            HoverLabel = new HoverLabel
            {
                BgColor = "rgba(250,250,250,0.95)",
                BorderColor = Palette.Neutral,
                Font = new Font { Color = "#222222" },
            },
            DragMode = false,
            Axes = axes.ToImmutableSortedDictionary(axis => axis.Name, axis => axis.Axis, StringComparer.Ordinal),
        };
    }

    /// <summary>The layout with a legend between title and panel.</summary>
    public static Layout WithLegend(this Layout layout, int rows = 1) => layout with
    {
        ShowLegend = true,
        Height = layout.Height + LegendHeight + ((rows - 1) * LegendRowHeight),
        Margin = layout.Margin! with { T = TitleHeight + LegendHeight + ((rows - 1) * LegendRowHeight) },
    };

    /// <summary>About how many rows a legend takes at the usual width: what does not fit side by side stands in columns of one width.</summary>
    public static int LegendRows(IReadOnlyList<string> names)
    {
        double[] widths = [.. names.Select(name => LegendSymbolWidth + (LetterWidth * name.Length))];
        var columns = widths.Sum() <= LegendWidth ? names.Count : Math.Max(1, (int)(LegendWidth / widths.Max()));
        return ((names.Count - 1) / columns) + 1;
    }

    private const int LegendHeight = 28, LegendRowHeight = 22;
    private const double LegendWidth = 720, LegendSymbolWidth = 46, LetterWidth = 7.6;

    /// <summary>The space that the title takes where the page does not set it.</summary>
    public const int TitleHeight = 56;

    /// <summary>The space below a panel for the labels and the name of its axis.</summary>
    public const int AxisHeight = 48;

    /// <summary>An axis with ticks and a faint grid.</summary>
    public static Axis Axis(string title, double min, double max) => Axis(title) with { Range = new Numbers(min, max) };

    /// <summary>An axis with ticks and a faint grid, its range chosen by Plotly.</summary>
    public static Axis Axis(string title) => new()
    {
        Title = new Text { Value = title, Standoff = 10 },
        FixedRange = true,
        ShowGrid = true,
        GridColor = Palette.Grid,
        ZeroLine = false,
        Ticks = "",
        SpikeThickness = 1,
        SpikeColor = Palette.Neutral,
        SpikeDash = "solid",
        AutoMargin = true,
    };

    /// <summary>A logarithmic axis with labels at powers of ten.</summary>
    public static Axis LogAxis(string title) => Axis(title) with { Scale = AxisScale.Log, ExponentFormat = "power" };

    /// <summary>
    /// A logarithmic axis; where it spans less than three powers of ten it is also divided at 2 and 5.
    /// </summary>
    public static Axis LogAxis(string title, double min, double max)
    {
        if (max / min >= 1000)
            return LogAxis(title);
        var powers = Enumerable.Range((int)Math.Floor(Math.Log10(min)), 5).Select(power => Math.Pow(10, power));
        double[] ticks =
        [
            .. powers.SelectMany(
                power => new[] { power, 2 * power, 5 * power }).Where(tick => tick > min / 2 && tick < max * 2),
        ];
        return LogAxis(title) with { TickVals = new Numbers(ticks), TickText = [.. ticks.Select(Words.Number)] };
    }

    /// <summary>Both axes of a panel in which a unit has the same length either way.</summary>
    public static (string, Axis)[] EqualAxes(PlotRange range, int panel = 1)
    {
        var number = Suffix(panel);
        return
        [
            ("xaxis" + number, Axis("x₁", range.MinX, range.MaxX) with { Anchor = "y" + number, Constrain = "domain" }),
            ("yaxis" + number, Axis("x₂", range.MinY, range.MaxY) with
            {
                Anchor = "x" + number,
                Constrain = "domain",
                ScaleAnchor = "x" + number,
            }),
        ];
    }

    /// <summary>The same without ticks and lines: for small panels that share one range.</summary>
    public static (string, Axis)[] BareAxes(PlotRange range, int panel) =>
        [
            .. EqualAxes(range, panel).Select(
                axis => (axis.Item1, axis.Item2 with { Visible = false, AutoMargin = null })),
        ];

    /// <summary>Plotly counts axes x, x2, x3, ….</summary>
    public static string Suffix(int panel) => panel == 1 ? "" : FormattableString.Invariant($"{panel}");

    /// <summary>A label above a panel.</summary>
    public static Annotation PanelLabel(string label, int panel) => new()
    {
        Text = label,
        XRef = $"x{Suffix(panel)} domain",
        YRef = $"y{Suffix(panel)} domain",
        X = 0.5,
        Y = 1,
        XAnchor = "center",
        YAnchor = "bottom",
    };

    /// <summary>Dots of a cloud; smaller and fainter the more there are.</summary>
    public static ScatterTrace Dots(PointCloud points, string color, string? name = null, int most = Thinning.MaxPoints)
    {
        var drawn = Thinning.Thin(points, most);
        return new ScatterTrace
        {
            X = Numbers.Of(drawn.X),
            Y = Numbers.Of(drawn.Y),
            Mode = ScatterMode.Markers,
            Name = name,
            Marker = new Marker
            {
                Color = color,
                Size = Math.Clamp(130 / Math.Sqrt(drawn.Count), 3.5, 9),
                Opacity = drawn.Count > 300 ? 0.6 : 0.85,
            },
            HoverInfo = "skip",
        };
    }
}
