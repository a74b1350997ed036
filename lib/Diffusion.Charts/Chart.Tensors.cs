using static TorchSharp.torch;

namespace Diffusion.Charts;

// A single tensor converts by itself to the type that a chart takes; a sequence of tensors does not, hence these.
public static partial class Chart
{
    /// <inheritdoc cref="Strip(IEnumerable{ValueTuple{int, PointCloud}}, string, int?, Func{int, string}?, PlotRange?, string?)"/>
    public static Figure Strip(
        IEnumerable<(int T, Tensor Points)> path,
        string title,
        int? columns = null,
        Func<int, string>? label = null,
        PlotRange? range = null,
        string? alt = null) =>
        Strip(Clouds(path), title, columns, label, range, alt);

    /// <inheritdoc cref="Panels(IEnumerable{ValueTuple{string, PointCloud}}, string, int?, PlotRange?, string?)"/>
    public static Figure Panels(
        IEnumerable<(string Name, Tensor Points)> sets,
        string title,
        int? columns = null,
        PlotRange? range = null,
        string? alt = null) =>
        Panels(
            Require.Some(sets, nameof(sets)).Select(set => (set.Name, PointCloud.FromTensor(set.Points))),
            title,
            columns,
            range,
            alt);

    /// <inheritdoc cref="Animation(IEnumerable{ValueTuple{int, PointCloud}}, string, int, Func{int, string}?, PlotRange?, string?)"/>
    public static Figure Animation(
        IEnumerable<(int T, Tensor Points)> path,
        string title,
        int milliseconds = 60,
        Func<int, string>? label = null,
        PlotRange? range = null,
        string? alt = null) =>
        Animation(Clouds(path), title, milliseconds, label, range, alt);

    /// <inheritdoc cref="Animation(IEnumerable{ValueTuple{string, IEnumerable{ValueTuple{int, PointCloud}}}}, string, int, Func{int, string}?, PlotRange?, string?)"/>
    public static Figure Animation(
        IEnumerable<(string Name, IEnumerable<(int T, Tensor Points)> Path)> paths,
        string title,
        int milliseconds = 60,
        Func<int, string>? label = null,
        PlotRange? range = null,
        string? alt = null) =>
        Animation(
            Require.Some(paths, nameof(paths)).Select(
                path => (path.Name, (IEnumerable<(int, PointCloud)>)Clouds(path.Path))),
            title,
            milliseconds,
            label,
            range,
            alt);

    /// <inheritdoc cref="Gif(IEnumerable{ValueTuple{int, PointCloud}}, string, int, int, Func{int, string}?, PlotRange?)"/>
    public static GifPicture Gif(
        IEnumerable<(int T, Tensor Points)> path,
        string title,
        int side = 320,
        int hundredths = 7,
        Func<int, string>? label = null,
        PlotRange? range = null) =>
        Gif(Clouds(path), title, side, hundredths, label, range);

    /// <inheritdoc cref="Gif(IEnumerable{ValueTuple{int, PointCloud}}, IEnumerable{ValueTuple{int, PointCloud}}, string, int, int, PlotRange?)"/>
    public static GifPicture Gif(
        IEnumerable<(int T, Tensor Points)> forward,
        IEnumerable<(int T, Tensor Points)> reverse,
        string title,
        int side = 320,
        int hundredths = 7,
        PlotRange? range = null) =>
        Gif(Clouds(forward), Clouds(reverse), title, side, hundredths, range);

    /// <inheritdoc cref="ImageGif(IEnumerable{ValueTuple{int, ImageBatch}}, string, int, int?, int)"/>
    public static GifPicture ImageGif(
        IEnumerable<(int T, Tensor Images)> path,
        string title,
        int columns = 8,
        int? scale = null,
        int hundredths = 7) =>
        ImageGif(
            Batches(path),
            title,
            columns,
            scale,
            hundredths);

    /// <inheritdoc cref="ImageRows(IEnumerable{ValueTuple{string, ImageBatch}}, string, IEnumerable{string}?, string?)"/>
    public static Figure ImageRows(
        IEnumerable<(string Name, Tensor Images)> rows,
        string title,
        IEnumerable<string>? above = null,
        string? alt = null) =>
        ImageRows(
            Require.Some(rows, nameof(rows)).Select(row => (row.Name, ImageBatch.FromTensor(row.Images))), title, above, alt);

    /// <inheritdoc cref="ImageAnimation(IEnumerable{ValueTuple{int, ImageBatch}}, string, int, int, Func{int, string}?, string?)"/>
    public static Figure ImageAnimation(
        IEnumerable<(int T, Tensor Images)> path,
        string title,
        int columns = 8,
        int milliseconds = 120,
        Func<int, string>? label = null,
        string? alt = null) =>
        ImageAnimation(Batches(path), title, columns, milliseconds, label, alt);

    /// <inheritdoc cref="ImageAnimation(IEnumerable{ValueTuple{string, IEnumerable{ValueTuple{int, ImageBatch}}}}, string, int, int, Func{int, string}?, string?)"/>
    public static Figure ImageAnimation(
        IEnumerable<(string Name, IEnumerable<(int T, Tensor Images)> Path)> paths,
        string title,
        int columns = 4,
        int milliseconds = 120,
        Func<int, string>? label = null,
        string? alt = null) =>
        ImageAnimation(
            Require.Some(paths, nameof(paths)).Select(
                path => (path.Name, (IEnumerable<(int, ImageBatch)>)Batches(path.Path))),
            title,
            columns,
            milliseconds,
            label,
            alt);

    private static (int T, PointCloud Points)[] Clouds(IEnumerable<(int T, Tensor Points)> path) =>
        [.. Require.Some(path, nameof(path)).Select(step => (step.T, PointCloud.FromTensor(step.Points)))];

    private static (int T, ImageBatch Images)[] Batches(IEnumerable<(int T, Tensor Images)> path) =>
        [.. Require.Some(path, nameof(path)).Select(step => (step.T, ImageBatch.FromTensor(step.Images)))];
}
