using Diffusion.Charts.Plotly;
using Diffusion.Charts.Raster;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>Pictures that change along t, in true colours, with play, pause and a slider.</summary>
    /// <param name="path">The steps and their pictures, in the order in which they are shown.</param>
    /// <param name="title">The title.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="milliseconds">How long a frame stays.</param>
    /// <param name="label">What the slider says of a step; by default <c>t = 40</c>.</param>
    /// <param name="alt">Alternative text; by default it says what changes.</param>
    public static Figure ImageAnimation(
        IEnumerable<(int T, ImageBatch Images)> path,
        string title,
        int columns = 8,
        int milliseconds = 120,
        Func<int, string>? label = null,
        string? alt = null) =>
        AnimateImages([("", Require.Some(path, nameof(path)))], title, columns, milliseconds, label, alt);

    /// <summary>Pictures of several processes side by side with one slider, such as two samplers.</summary>
    /// <param name="paths">The names and steps of the processes, all of one length.</param>
    /// <param name="title">The title.</param>
    /// <param name="columns">Pictures in a row of each.</param>
    /// <param name="milliseconds">How long a frame stays.</param>
    /// <param name="label">What the slider says of a step of the first process; by default <c>t = 40</c>.</param>
    /// <param name="alt">Alternative text; by default it says what changes.</param>
    public static Figure ImageAnimation(
        IEnumerable<(string Name, IEnumerable<(int T, ImageBatch Images)> Path)> paths,
        string title,
        int columns = 4,
        int milliseconds = 120,
        Func<int, string>? label = null,
        string? alt = null) =>
        AnimateImages(
            [.. Require.Some(paths, nameof(paths)).Select(path => (path.Name, Require.Some(path.Path, nameof(paths))))],
            title,
            columns,
            milliseconds,
            label,
            alt);

    private static Figure AnimateImages(
        (string Name, (int T, ImageBatch Images)[] Steps)[] paths,
        string title,
        int columns,
        int milliseconds,
        Func<int, string>? label,
        string? alt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, 10);
        var all = paths.SelectMany(path => path.Steps).Select(step => step.Images).ToArray();
        foreach (var path in paths)
            Require.Same(
                paths[0].Steps.Length, path.Steps.Length, "The numbers of steps of processes shown side by side", nameof(paths));
        ImageBatch.Alike(all);
        var shown = AnimationFrames.Shown(paths[0].Steps.Length);
        var frames = shown.Select((step, i) => new Frame
        {
            Name = FormattableString.Invariant($"f{i}"),
            Traces = [.. paths.Select((_, panel) => panel)],
            Data = [.. paths.Select((path, panel) => ImagePanel.Trace(
                ImageSheet.Tile(path.Steps[step].Images, Math.Min(columns, all[0].Count), 1, ImagePanel.Gap, clear: true),
                panel + 1,
                exact: i == shown.Length - 1))],
        }).ToArray();
        var prefix = label is null ? "t = " : "";
        (string, string)[] said = [.. shown.Select(
            (step, i) => (frames[i].Name, (label ?? (t => Words.Count(t)))(paths[0].Steps[step].T)))];
        return new Figure
        {
            Data = frames[0].Data,
            Layout = ImageStage(title, all[0], columns, [.. paths.Select(path => path.Name)]) with
            {
                Sliders = [Controls.Player(said, prefix, Controls.BelowPanel, redraw: true)],
                UpdateMenus =
                [
                    Controls.PlayAndPause(
                        [.. frames.Select(frame => frame.Name)], milliseconds, Controls.BelowPanel, redraw: true),
                ],
            },
            Frames = frames,
            Shape = ImageShape(all[0], columns, paths.Length),
            AltText = alt
                ?? $"{title}: animation of {Words.Count(all[0].Count)} pictures in {frames.Length} frames, "
                + $"from {prefix}{said[0].Item2} to {prefix}{said[^1].Item2}.",
            Caption = Words.Sentences(
                ClippedSentence(all),
                "All frames but the last are drawn with the 255 colours that suit them best.",
                shown.Length < paths[0].Steps.Length ? $"Shown: {shown.Length} of {paths[0].Steps.Length} steps." : null),
        };
    }

    private static (int Width, int Height) SheetSize(ImageBatch images, int columns)
    {
        int across = Math.Min(columns, images.Count), down = (images.Count + across - 1) / across;
        return ((across * (images.Width + ImagePanel.Gap)) - ImagePanel.Gap, (down * (images.Height + ImagePanel.Gap)) - ImagePanel.Gap);
    }

    private static FigureShape ImageShape(ImageBatch images, int columns, int panels)
    {
        var (width, height) = SheetSize(images, columns);
        return new FigureShape
        {
            Ratio = (double)height / width / panels,
            MinHeight = 60,
            MaxHeight = Math.Max(1, height / (images.Height + ImagePanel.Gap) + 1) * LargestPicture,
            Footer = AnimationFrames.Footer(Controls.BelowPanel) + (panels > 1 ? 26 : 12),
        };
    }

    private static Layout ImageStage(string title, ImageBatch images, int columns, string[] names)
    {
        var (width, height) = SheetSize(images, columns);
        var shape = ImageShape(images, columns, names.Length);
        var axes = names.SelectMany((name, i) => ImagePanel.Axes(
            width, height, i + 1, name.Length > 0 ? [((width - 1) / 2.0, name)] : [], []).Select(axis =>
            (axis.Item1, axis.Item1.StartsWith('x')
                ? axis.Item2 with { Domain = new Numbers(Share(i, names.Length), Share(i + 1, names.Length) - PanelGap) }
                : axis.Item2)));
        var layout = Parts.Layout(title, shape, [.. axes]);
        return layout with
        {
            Height = layout.Height + shape.Footer,
            Margin = layout.Margin! with { L = 8, R = 8, B = AnimationFrames.Footer(Controls.BelowPanel) },
        };
    }

    private const double PanelGap = 0.03;

    private static double Share(int panel, int panels) => panel * (1 + PanelGap) / panels;
}
