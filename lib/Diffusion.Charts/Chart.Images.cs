using Diffusion.Charts.Raster;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>Pictures in a grid, in true colours, each pixel enlarged to a square.</summary>
    /// <param name="images">The pictures.</param>
    /// <param name="title">The title.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="scale">Pixels a side for each pixel; by default so that a picture is about 64 wide.</param>
    /// <param name="alt">Alternative text; by default it counts the pictures.</param>
    public static PngPicture Images(
        ImageBatch images,
        string title,
        int columns = 8,
        int? scale = null,
        string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        var sheet = Sheet(images, columns, scale, clear: true);
        return new PngPicture
        {
            Bytes = Png.Encode(sheet),
            Width = sheet.Width,
            Height = sheet.Height,
            Title = title,
            AltText = alt ?? $"{title}: {images.Count} pictures of {images.Width} by {images.Height} pixels.",
            Caption = ClippedSentence([images]),
        };
    }

    /// <summary>Pictures that change along t, as a looping GIF; the first and the last frame are held.</summary>
    /// <param name="path">The steps and their pictures, in the order in which they are shown.</param>
    /// <param name="title">The title.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="scale">Pixels a side for each pixel; by default so that a picture is about 64 wide.</param>
    /// <param name="hundredths">How many hundredths of a second a frame stays.</param>
    public static GifPicture ImageGif(
        IEnumerable<(int T, ImageBatch Images)> path,
        string title,
        int columns = 8,
        int? scale = null,
        int hundredths = 7)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentOutOfRangeException.ThrowIfLessThan(hundredths, 2);
        var steps = Require.Some(path, nameof(path));
        var frames = AnimationFrames.Shown(steps.Length, MostGifFrames).Select(i => (
            Sheet(steps[i].Images, columns, scale, clear: false), i == 0 || i == steps.Length - 1 ? HeldHundredths : hundredths)).ToArray();
        return Encoded(
            frames,
            title,
            $"{title}: {steps[0].Images.Count} pictures change from {StepLabel(steps[0].T)} to {StepLabel(steps[^1].T)}.",
            ClippedSentence([.. steps.Select(step => step.Images)]));
    }

    private static RgbImage Sheet(ImageBatch images, int columns, int? scale, bool clear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var enlarged = scale ?? Math.Max(1, 64 / images.Width);
        ArgumentOutOfRangeException.ThrowIfLessThan(enlarged, 1, nameof(scale));
        return ImageSheet.Tile(images, Math.Min(columns, images.Count), enlarged, gap: 4, clear);
    }

    private static string? ClippedSentence(IReadOnlyList<ImageBatch> batches)
    {
        var clipped = batches.Average(batch => batch.Clipped);
        return clipped < 0.0005
            ? null
            : $"{Words.Number(100 * clipped)} % of the values lie outside the colour scale, by more than a shade of 255, and are shown as its ends.";
    }
}
