namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>A process as an animation with play, pause and a slider along t; the axes stay still.</summary>
    /// <param name="path">The steps and their points, in the order in which they are shown, each with as many
    /// points.</param>
    /// <param name="title">The title.</param>
    /// <param name="milliseconds">How long a frame stays.</param>
    /// <param name="label">What the slider says of a step; by default <c>t = 40</c>.</param>
    /// <param name="range">What is shown; by default a square that holds all but strays.</param>
    /// <param name="alt">Alternative text; by default it says what moves.</param>
    public static Figure Animation(
        IEnumerable<(int T, PointCloud Points)> path,
        string title,
        int milliseconds = 60,
        Func<int, string>? label = null,
        PlotRange? range = null,
        string? alt = null) =>
        Animate([("", Require.Some(path, nameof(path)))], title, milliseconds, label, range, alt);

    /// <summary>Processes animated side by side with one slider, such as two schedules or two samplers.</summary>
    /// <param name="paths">The names and steps of the processes, all of one length.</param>
    /// <param name="title">The title.</param>
    /// <param name="milliseconds">How long a frame stays.</param>
    /// <param name="label">What the slider says of a step of the first process; by default <c>t = 40</c>.</param>
    /// <param name="range">What is shown; by default a square that holds all but strays.</param>
    /// <param name="alt">Alternative text; by default it says what moves.</param>
    public static Figure Animation(
        IEnumerable<(string Name, IEnumerable<(int T, PointCloud Points)> Path)> paths,
        string title,
        int milliseconds = 60,
        Func<int, string>? label = null,
        PlotRange? range = null,
        string? alt = null) =>
        Animate(
            [.. Require.Some(paths, nameof(paths)).Select(path => (path.Name, Require.Some(path.Path, nameof(paths))))],
            title,
            milliseconds,
            label,
            range,
            alt);

    private static Figure Animate(
        (string Name, (int T, PointCloud Points)[] Steps)[] paths,
        string title,
        int milliseconds,
        Func<int, string>? label,
        PlotRange? range,
        string? alt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, 10);
        foreach (var path in paths)
            Require.Same(
                paths[0].Steps.Length,
                path.Steps.Length,
                "The numbers of steps of processes shown side by side",
                nameof(paths));
        var area = range ?? PlotRange.Typical(paths.SelectMany(path => path.Steps).Select(step => step.Points));
        var shown = AnimationFrames.Shown(paths[0].Steps.Length);
        var last = paths.Max(path => path.Steps.Max(step => step.T));
        var frames = shown
            .Select((step, i) => AnimationFrames.Draw(i, [.. paths.Select(path => path.Steps[step])], last))
            .ToArray();
        var name = label ?? (t => Words.Count(t));
        var said = shown.Select((step, i) => (frames[i].Name, name(paths[0].Steps[step].T))).ToArray();
        var prefix = label is null ? "t = " : "";
        var below = paths.Length == 1 ? Controls.BelowAxis : Controls.BelowPanel;
        var shape = paths.Length == 1
            ? new FigureShape
            {
                Ratio = 0.62,
                MinHeight = 340,
                MaxHeight = 700,
                Footer = AnimationFrames.Extra(below),
                Square = true,
            }
            : PanelGrid.Shape(paths.Length, null) with { Footer = AnimationFrames.Footer(below) };
        var layout = AnimationFrames.Layout(title, shape, area, [.. paths.Select(path => path.Name)]) with
        {
            Sliders = [Controls.Player(said, prefix, below)],
            UpdateMenus = [Controls.PlayAndPause([.. frames.Select(frame => frame.Name)], milliseconds, below)],
        };
        return new Figure
        {
            Data = frames[0].Data,
            Layout = layout,
            Frames = frames,
            Shape = shape,
            AltText = alt
                ?? $"{title}: animation of {Words.Count(paths[0].Steps[0].Points.Count)} points in {frames.Length} frames, "
                + $"from {prefix}{said[0].Item2} to {prefix}{said[^1].Item2}.",
            Caption = Words.Sentences(
                Thinning.Sentence(
                    paths.SelectMany(path => path.Steps).Select(step => step.Points),
                    AnimationFrames.MaxPoints),
                shown.Length < paths[0].Steps.Length ? $"Shown: {shown.Length} of {paths[0].Steps.Length} steps." : null),
        };
    }
}
