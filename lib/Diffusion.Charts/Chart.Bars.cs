using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>Named values as bars, with a line to hold them against.</summary>
    /// <param name="bars">The names and values.</param>
    /// <param name="title">The title.</param>
    /// <param name="y">The name of what is measured.</param>
    /// <param name="reference">A named level drawn across all bars.</param>
    /// <param name="alt">Alternative text; by default it lists the values.</param>
    public static Figure Bars(
        IEnumerable<(string Name, double Value)> bars,
        string title,
        string y,
        (string Name, double Value)? reference = null,
        string? alt = null)
    {
        var all = Require.Some(bars, nameof(bars));
        var values = new Values(all.Select(bar => bar.Value).Concat(reference is { } level ? [level.Value] : []));
        double top = Math.Max(0, values.ToArray().Max()), bottom = Math.Min(0, values.ToArray().Min());
        var room = 0.14 * Math.Max(top - bottom, double.Epsilon);
        return new Figure
        {
            Data =
            [
                new BarTrace
                {
                    X = new Numbers([.. all.Select((_, i) => (double)i)]),
                    Y = new Numbers([.. all.Select(bar => bar.Value)]),
                    Width = new Numbers([.. all.Select(_ => 0.6)]),
                    Text = [.. all.Select(bar => Words.Number(bar.Value))],
                    TextPosition = [.. all.Select(bar => LabelPosition(bar.Value, reference?.Value, room))],
                    ClipOnAxis = false,
                    ShowLegend = false,
                    Marker = new Marker { Color = Palette.At(0), Opacity = 0.85 },
                    HoverInfo = "skip",
                },
                .. reference is { } held ? new[] { Level(held, all.Length) } : [],
            ],
            Layout = Legend(
                Parts.Layout(
                title,
                new FigureShape(),
                (
                    "xaxis",
                    Parts.Axis("", -0.6, all.Length - 0.4) with
                    {
                        Title = null,
                        ShowGrid = false,
                        TickVals = new Numbers([.. all.Select((_, i) => (double)i)]),
                        TickText = [.. all.Select(bar => Words.Wrap(bar.Name, 12))],
                    }),
                ("yaxis", Parts.Axis(y, bottom < 0 ? bottom - room : 0, top + room) with
                {
                    ZeroLine = true,
                    ZeroLineColor = Palette.Neutral,
                })),
                reference is not null),
            AltText = alt
                ?? $"{title}: {Words.List([.. all.Select(bar => $"{bar.Name} {Words.Number(bar.Value)}")])}"
                + (reference is { } named ? $"; {named.Name} {Words.Number(named.Value)}." : "."),
        };
    }

    // A label stands beyond the end of its bar, unless the reference would cross it there and the bar is long enough to hold it.
    private static string LabelPosition(double value, double? reference, double room)
    {
        var beyond = (reference ?? double.NaN) - value;
        var crossed = Math.Abs(beyond) < 0.7 * room && (beyond >= 0) == (value >= 0);
        return crossed && Math.Abs(value) > room ? "inside" : "outside";
    }

    private static ScatterTrace Level((string Name, double Value) reference, int bars) => new()
    {
        X = new Numbers(-0.6, bars - 0.4),
        Y = new Numbers(reference.Value, reference.Value),
        Mode = ScatterMode.Lines,
        Name = $"{reference.Name}: {Words.Number(reference.Value)}",
        Line = new Line { Color = Palette.At(1), Width = 2, Dash = "dash" },
        HoverInfo = "skip",
    };
}
