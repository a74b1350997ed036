using Diffusion.Schedules;
using Diffusion.Storage;
using TorchSharp;

namespace Diffusion.Charts.Tests.Support;

/// <summary>A small example of every call of the façade.</summary>
internal static class Samples
{
    public static PointCloud Three { get; } = new float[,] { { 0, 0 }, { 1, 2 }, { -1, 0.5f } };

    public static (int T, PointCloud Points)[] Path { get; } = [(0, Three), (5, new float[,] { { 1, 1 }, { 0, 2 }, { 2, -1 } })];

    public static NoiseSchedule Schedule { get; } = NoiseSchedule.FromBetas([0.1, 0.2, 0.3, 0.4]);

    public static DensityGrid Hill { get; } = DensityGrid.From((x, y) => Math.Exp(-(x * x) - (y * y)), PlotRange.Around(2), cells: 5);

    public static (string, long[])[] Down { get; } = [("x", [1, 3, 8, 8]), ("conv", [1, 4, 8, 8]), ("down", [1, 8, 4, 4]), ("vector", [1, 8, 1, 1])];

    public static (string, long[])[] Up { get; } = [("up0", [1, 8, 4, 4]), ("up1", [1, 4, 8, 8]), ("out", [1, 3, 8, 8])];

    public static IReadOnlyList<(string Method, string Name, object Shown)> All()
    {
        var tensor = torch.tensor(new float[] { 0, 0, 1, 2, -1, 0.5f }, [3, 2]);
        (int T, torch.Tensor Points)[] tensors = [(0, tensor), (5, tensor)];
        var pixels = torch.zeros(2, 3, 4, 4);
        (int T, torch.Tensor Images)[] pictures = [(5, pixels), (0, pixels)];
        return
        [
            (nameof(Chart.Scatter), "scatter", Chart.Scatter(Three, "Three points")),
            (nameof(Chart.Scatter), "scatter-sets", Chart.Scatter([("data", Three), ("samples", (PointCloud)tensor)], "Samples over data")),
            (nameof(Chart.Strip), "strip", Chart.Strip(Path, "Two steps")),
            (nameof(Chart.Strip), "strip-tensors", Chart.Strip(tensors, "Two steps of tensors")),
            (nameof(Chart.Panels), "panels", Chart.Panels([("one", Three), ("two", Three)], "Two panels")),
            (nameof(Chart.Panels), "panels-tensors", Chart.Panels([("one", tensor), ("two", tensor)], "Two panels of tensors")),
            (nameof(Chart.Lines), "lines", Chart.Lines([("a", (Values)new[] { 1.0, 2, 4 }), ("b", new[] { 3f, 2, 1 })], "Two lines", "t", "ᾱₜ")),
            (nameof(Chart.Lines), "lines-places", Chart.Lines([("a", (Values)new[] { 1.0, 10, 100 }, (Values)new[] { 0.1, 1, 5 })], "One line", "n", "error", new LineOptions { LogX = true, LogY = true })),
            (nameof(Chart.Lines), "lines-table", Chart.Lines(Measured(), "sampler", "steps", "frechet", yName: "Fréchet distance")),
            (nameof(Chart.Loss), "loss", Chart.Loss(new[] { 1.0, 0.5, 0.6, 0.2 })),
            (nameof(Chart.Histogram), "histogram", Chart.Histogram([("x_T", (Values)new[] { -1.0, 0, 0.5, 2 })], "A histogram", "x₁", x => Math.Exp(-x * x / 2), "N(0, 1)", bins: 4)),
            (nameof(Chart.Density), "density", Chart.Density(Hill, "A hill", (PlotRange.Around(2).Grid(2), PlotRange.Around(1).Grid(2)), Three)),
            (nameof(Chart.Field), "field", Chart.Field(PlotRange.Around(2).Grid(3), PlotRange.Around(1).Grid(3), "A field")),
            (nameof(Chart.Heatmap), "heatmap", Chart.Heatmap(torch.tensor(new float[] { 0, 0.5f, 1, -1, -0.5f, 0 }, [2, 3]), new[] { 1.0, 2, 3 }, "Six values", "t", "row")),
            (nameof(Chart.Bars), "bars", Chart.Bars([("ours", 0.0185), ("the demo's", 0.113)], "Quality", "sliced Wasserstein-2", ("floor", 0.0146))),
            (nameof(Chart.Schedules), "schedules", Chart.Schedules([("first", Schedule), ("second", NoiseSchedule.FromBetas([0.01, 0.02, 0.03, 0.04]))])),
            (nameof(Chart.Animation), "animation", Chart.Animation(Path, "Moving points")),
            (nameof(Chart.Animation), "animation-pair", Chart.Animation([("there", Path.AsEnumerable()), ("back", Path.Reverse())], "Side by side")),
            (nameof(Chart.Animation), "animation-tensors", Chart.Animation(tensors, "Moving tensors")),
            (nameof(Chart.Animation), "animation-tensor-pair", Chart.Animation([("there", tensors.AsEnumerable()), ("back", tensors)], "Tensors side by side")),
            (nameof(Chart.Gif), "gif", Chart.Gif(Path, "Moving points", side: 64)),
            (nameof(Chart.Gif), "gif-both", Chart.Gif(Path, Path.Reverse(), "There and back", side: 64)),
            (nameof(Chart.Gif), "gif-tensors", Chart.Gif(tensors, "Moving tensors", side: 64)),
            (nameof(Chart.Gif), "gif-both-tensors", Chart.Gif(tensors, tensors, "Tensors there and back", side: 64)),
            (nameof(Chart.Images), "images", Chart.Images(pixels, "Grey pictures")),
            (nameof(Chart.ImageGif), "image-gif", Chart.ImageGif([(1, (ImageBatch)pixels), (0, pixels)], "Changing pictures")),
            (nameof(Chart.ImageGif), "image-gif-tensors", Chart.ImageGif([(1, pixels), (0, pixels)], "Changing tensors")),
            (nameof(Chart.ImageRows), "image-rows", Chart.ImageRows([("noisy", (ImageBatch)pixels), ("guess", pixels)], "Rows of pictures", ["t = 0", "t = 5"])),
            (nameof(Chart.ImageRows), "image-rows-tensors", Chart.ImageRows([("noisy", pixels), ("guess", pixels)], "Rows of tensors")),
            (nameof(Chart.ImageAnimation), "image-animation", Chart.ImageAnimation([(5, (ImageBatch)pixels), (0, pixels)], "Moving pictures")),
            (nameof(Chart.ImageAnimation), "image-animation-pair", Chart.ImageAnimation([("right", Pictures(pixels)), ("wrong", Pictures(pixels))], "Pictures side by side")),
            (nameof(Chart.ImageAnimation), "image-animation-tensors", Chart.ImageAnimation([(5, pixels), (0, pixels)], "Moving picture tensors")),
            (nameof(Chart.ImageAnimation), "image-animation-tensor-pair", Chart.ImageAnimation([("right", pictures.AsEnumerable()), ("wrong", pictures)], "Picture tensors side by side")),
            (nameof(Chart.UNet), "unet", Chart.UNet(Down, Up, "A small U-Net", [("up0", "time"), ("up1", "time")])),
        ];
    }

    public static IEnumerable<(string Name, Figure Figure)> Figures() =>
        All().Where(sample => sample.Shown is Figure).Select(sample => (sample.Name, (Figure)sample.Shown));

    private static IEnumerable<(int T, ImageBatch Images)> Pictures(ImageBatch images) => [(5, images), (0, images)];

    /// <summary>Points that are the same in every run.</summary>
    public static PointCloud Cloud(int count, int seed = 1)
    {
        var random = new Random(seed);
        return new PointCloud(Draw(), Draw());
        float[] Draw() => [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2))];
    }

    private static QualityTable Measured() => new()
    {
        Title = "Measured",
        Note = "Two rows.",
        Reference = new Dictionary<string, double> { ["frechet"] = 0.5 },
        Rows = [Row(5, 2.5), Row(10, 1.5)],
    };

    private static QualityRow Row(double steps, double frechet) => new()
    {
        Labels = new Dictionary<string, string> { ["sampler"] = "DDIM" },
        Values = new Dictionary<string, double> { ["steps"] = steps, ["frechet"] = frechet },
    };
}
