using Diffusion.Charts.Raster;

namespace Diffusion.Charts;

public static partial class Chart
{
    private const int MostGifFrames = 41;
    private const int MostGifPoints = 2500;
    private const int HeldHundredths = 120;

    /// <summary>A process as a looping GIF, with t written above; the first and the last frame are held.</summary>
    /// <param name="path">The steps and their points, in the order in which they are shown.</param>
    /// <param name="title">The title.</param>
    /// <param name="side">Width in pixels.</param>
    /// <param name="hundredths">How many hundredths of a second a frame stays.</param>
    /// <param name="label">What is written above a step; by default <c>t = 40</c>.</param>
    /// <param name="range">What is shown; by default a square that holds all but strays.</param>
    public static GifPicture Gif(
        IEnumerable<(int T, PointCloud Points)> path,
        string title,
        int side = 320,
        int hundredths = 7,
        Func<int, string>? label = null,
        PlotRange? range = null) =>
        Gif([("", Require.Some(path, nameof(path)))], title, side, hundredths, label, range);

    /// <summary>A forward and a reverse process in one looping GIF: data into noise, and noise into samples.</summary>
    /// <param name="forward">The forward process, from t = 0 to T.</param>
    /// <param name="reverse">The reverse process, from t = T to 0.</param>
    /// <param name="title">The title.</param>
    /// <param name="side">Width in pixels.</param>
    /// <param name="hundredths">How many hundredths of a second a frame stays.</param>
    /// <param name="range">What is shown; by default a square that holds all but strays.</param>
    public static GifPicture Gif(
        IEnumerable<(int T, PointCloud Points)> forward,
        IEnumerable<(int T, PointCloud Points)> reverse,
        string title,
        int side = 320,
        int hundredths = 7,
        PlotRange? range = null) =>
        Gif(
            [("forward  ", Require.Some(forward, nameof(forward))), ("reverse  ", Require.Some(reverse, nameof(reverse)))],
            title,
            side,
            hundredths,
            null,
            range);

    private static GifPicture Gif(
        (string Name, (int T, PointCloud Points)[] Steps)[] runs,
        string title,
        int side,
        int hundredths,
        Func<int, string>? label,
        PlotRange? range)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(hundredths, 2);
        var all = runs.SelectMany(run => run.Steps).ToArray();
        var area = range ?? PlotRange.Typical(all.Select(step => step.Points));
        double last = Math.Max(1, all.Max(step => step.T));
        string Say(int t) => (label ?? StepLabel)(t);
        var frames = runs.SelectMany(run => AnimationFrames.Shown(run.Steps.Length, MostGifFrames).Select(i => (
            CloudFrames.Draw(
                Thinning.Thin(run.Steps[i].Points, MostGifPoints),
                area,
                run.Name + Say(run.Steps[i].T),
                run.Steps[i].T / last,
                side),
            i == 0 || i == run.Steps.Length - 1 ? HeldHundredths : hundredths))).ToArray();
        var moves = runs.Select(
            run => $"{run.Name.Trim()} from {Say(run.Steps[0].T)} to {Say(run.Steps[^1].T)}".TrimStart());
        return Encoded(
            frames,
            title,
            $"{title}: {Words.Count(all[0].Points.Count)} points move {string.Join(", then ", moves)}.",
            Thinning.Sentence(all.Select(step => step.Points), MostGifPoints));
    }

    private static GifPicture Encoded((RgbImage Image, int Hundredths)[] frames, string title, string alt, string? caption) =>
        new()
        {
            Bytes = GifEncoder.Encode(frames),
            Width = frames[0].Image.Width,
            Height = frames[0].Image.Height,
            Frames = frames.Length,
            Title = title,
            AltText = alt,
            Caption = caption,
        };
}
