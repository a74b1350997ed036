using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

/// <summary>The frames of an animation and the panels they are drawn in.</summary>
internal static class AnimationFrames
{
    /// <summary>The most points of one cloud in an animation, whose every frame carries them anew.</summary>
    public const int MaxPoints = 1000;

    /// <summary>The height in pixels of slider and buttons, and of what stands between them and the panel.</summary>
    public static int Footer(int below) => below + 88;

    /// <summary>The part of it that is more than the space every figure leaves for its axis.</summary>
    public static int Extra(int below) => Footer(below) - Parts.AxisHeight;

    private const int MaxFrames = 51;

    /// <summary>Which steps become frames: all, or evenly spaced ones with the first and the last.</summary>
    public static int[] Shown(int steps, int most = MaxFrames) => steps <= most
        ? [.. Enumerable.Range(0, steps)]
        : [.. Enumerable.Range(0, most).Select(i => (int)Math.Round(i * (steps - 1.0) / (most - 1)))];

    /// <summary>One frame: a cloud in each panel.</summary>
    public static Frame Draw(int number, IReadOnlyList<(int T, PointCloud Points)> clouds, int lastT) => new()
    {
        Name = FormattableString.Invariant($"f{number}"),
        Data = [.. clouds.Select((cloud, i) => Parts.Dots(
            cloud.Points, TimeRamp.At(cloud.T / Math.Max(1.0, lastT)), most: MaxPoints) with
        {
            XAxis = "x" + Parts.Suffix(i + 1),
            YAxis = "y" + Parts.Suffix(i + 1),
        })],
        Traces = [.. Enumerable.Range(0, clouds.Count)],
    };

    /// <summary>One panel with axes, or several bare ones with labels.</summary>
    public static Layout Layout(string title, FigureShape shape, PlotRange range, string[] names)
    {
        if (names.Length == 1)
        {
            var layout = Parts.Layout(title, shape, Parts.EqualAxes(range));
            return layout with
            {
                Height = layout.Height + shape.Footer,
                Margin = layout.Margin! with { B = shape.Footer + Parts.AxisHeight },
            };
        }

        return PanelGrid.Arrange(
            Parts.Layout(title, shape, [.. names.SelectMany((_, i) => Parts.BareAxes(range, i + 1))]) with
            {
                PlotColor = Palette.Tile,
                Annotations = [.. names.Select((name, i) => Parts.PanelLabel(name, i + 1))],
            },
            shape);
    }
}
