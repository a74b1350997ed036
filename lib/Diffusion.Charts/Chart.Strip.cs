using Diffusion.Charts.Display;
using Diffusion.Charts.Plotly;
using Diffusion.Charts.Raster;

namespace Diffusion.Charts;

public static partial class Chart
{
    private const int PanelPixels = 320;

    /// <summary>
    /// A process as small panels along t, all with one range, coloured from data (blue) to noise (orange).
    /// </summary>
    /// <param name="path">The steps and their points, in the order in which they are shown.</param>
    /// <param name="title">The title.</param>
    /// <param name="columns">Panels side by side on a page of ordinary width; by default 5.</param>
    /// <param name="label">What stands above a panel; by default <c>t = 40</c>.</param>
    /// <param name="range">What every panel shows; by default a square that holds all but strays.</param>
    /// <param name="alt">Alternative text; by default it says what is drawn.</param>
    public static Figure Strip(
        IEnumerable<(int T, PointCloud Points)> path,
        string title,
        int? columns = null,
        Func<int, string>? label = null,
        PlotRange? range = null,
        string? alt = null)
    {
        var steps = Require.Some(path, nameof(path));
        double last = Math.Max(1, steps.Max(step => step.T));
        string Say(int t) => (label ?? StepLabel)(t);
        return Panels(
            [.. steps.Select(step => new Panel(Say(step.T), step.Points, TimeRamp.ColorAt(step.T / last)))],
            title,
            columns,
            range,
            alt ?? $"{title}: {steps.Length} scatter plots, from {Say(steps[0].T)} to {Say(steps[^1].T)}.");
    }

    /// <summary>Several clouds, each in a small panel of its own, all with one range.</summary>
    /// <param name="sets">The clouds and their names.</param>
    /// <param name="title">The title.</param>
    /// <param name="columns">Panels side by side on a page of ordinary width; by default 5.</param>
    /// <param name="range">What every panel shows; by default a square that holds all but strays.</param>
    /// <param name="alt">Alternative text; by default it says what is drawn.</param>
    public static Figure Panels(
        IEnumerable<(string Name, PointCloud Points)> sets,
        string title,
        int? columns = null,
        PlotRange? range = null,
        string? alt = null)
    {
        var all = Require.Some(sets, nameof(sets));
        return Panels(
            [.. all.Select(set => new Panel(set.Name, set.Points, Rgb.Parse(Palette.At(0))))],
            title, columns, range, alt ?? $"{title}: scatter plots of {Words.List([.. all.Select(set => set.Name)])}.");
    }

    private static Figure Panels(Panel[] panels, string title, int? columns, PlotRange? range, string alt)
    {
        var area = range ?? PlotRange.Typical(panels.Select(panel => panel.Points));
        var shape = PanelGrid.Shape(panels.Length, columns);
        var layout = Parts.Layout(title, shape, [.. panels.SelectMany((_, i) => Parts.BareAxes(area, i + 1))]);
        return new Figure
        {
            Data = [.. panels.Select((_, i) => Anchor(i + 1))],
            Layout = PanelGrid.Arrange(layout with
            {
                PlotColor = Palette.Tile,
                Annotations = [.. panels.Select((panel, i) => Parts.PanelLabel(panel.Label, i + 1))],
                Images = [.. panels.Select((panel, i) => Dots(panel, area, i + 1))],
            }, shape),
            Shape = shape,
            AltText = alt,
            Caption = Words.Sentences(
                RangeSentence(area),
                StraySentence([.. panels.Select(panel => panel.Points)], area)),
        };
    }

    /// <summary>
    /// A panel is drawn only if a trace stands in it; its dots are a picture, which scrolls better than thousands of
    /// marks.
    /// </summary>
    private static ScatterTrace Anchor(int panel) => new()
    {
        X = new Numbers(double.NaN),
        Y = new Numbers(double.NaN),
        XAxis = "x" + Parts.Suffix(panel),
        YAxis = "y" + Parts.Suffix(panel),
        HoverInfo = "skip",
    };

    private static LayoutImage Dots(Panel panel, PlotRange range, int number) => new()
    {
        Source = $"data:{MimeTypes.Png};base64," + Convert.ToBase64String(
            Png.Encode(CloudPainter.Paint(panel.Points, range, PanelPixels, PanelPixels), panel.Color)),
        XRef = "x" + Parts.Suffix(number),
        YRef = "y" + Parts.Suffix(number),
        X = range.MinX,
        Y = range.MaxY,
        SizeX = range.Width,
        SizeY = range.Height,
        Sizing = "stretch",
        Layer = "above",
    };

    private static string StepLabel(int t) => FormattableString.Invariant($"t = {t}");

    private static string RangeSentence(PlotRange range) =>
        $"Every panel: x₁ to the right from {Words.Number(range.MinX)} to {Words.Number(range.MaxX)}, "
        + $"x₂ upwards from {Words.Number(range.MinY)} to {Words.Number(range.MaxY)}.";

    private static string? StraySentence(IReadOnlyList<PointCloud> clouds, PlotRange range)
    {
        var strays = clouds.Sum(
            cloud => (long)Enumerable.Range(0, cloud.Count).Count(i => !range.Contains(cloud.X[i], cloud.Y[i])));
        return strays == 0
            ? null
            : $"{Words.Count(strays)} of {Words.Count(clouds.Sum(cloud => (long)cloud.Count))} points lie outside.";
    }

    private sealed record Panel(string Label, PointCloud Points, Rgb Color);
}
