using System.Globalization;
using Diffusion.Data;
using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Schedules;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Quality;

/// <summary>What it pays to guess, on which schedule, with which weights of the steps: small networks trained alike but for that.</summary>
internal static class TargetTable
{
    private const int T = 1000, Features = 32, Pictures = 10_000, Steps = 25, Samples = 1000;
    private const string Linear = "linear", Cosine = "cosine";

    private static readonly TrainingOptions Options = SpriteRecipe.Options with { Epochs = 6, BatchSize = 50, LearningRate = 2e-3, EmaDecay = 0.99 };

    // The last repeats the first with other luck: differences that are no larger mean nothing.
    private static readonly Variant[] Variants =
    [
        new(Linear, PredictionTarget.Noise),
        new(Linear, PredictionTarget.Image),
        new(Linear, PredictionTarget.Velocity),
        new(Cosine, PredictionTarget.Noise),
        new(Cosine, PredictionTarget.Velocity),
        new(Linear, PredictionTarget.Noise, LossWeighting.MinSnr),
        new(Linear, PredictionTarget.Image, LossWeighting.MinSnr),
        new(Linear, PredictionTarget.Velocity, LossWeighting.MinSnr),
        new(Linear, PredictionTarget.Noise, Luck: 1),
    ];

    public static PlannedTable Plan(QualityRequest request)
    {
        int samples = request.SamplesOr(Samples), pictures = request.ImagesOr(Pictures);
        return new PlannedTable(
            "Sprites by what the network guesses",
            $"Fréchet distance of {samples} generated sprites to {Judge.ReferenceCount} held-out ones, in the features of the shipped "
            + $"classifier. Each network has {Features} features and was trained for {Options.Epochs} epochs of {pictures} sprites in batches of "
            + $"{Options.BatchSize}; T = {T}. DPM-Solver++(2M) in {Steps} steps, x̂₀ clamped to −1…1.",
            samples,
            [.. Variants.Select(variant => Row(request.Seed, variant, pictures, samples))]);
    }

    private static PlannedRow Row(int noise, Variant variant, int pictures, int samples)
    {
        var options = Options with { Target = variant.Target, Weighting = variant.Weighting };
        var seed = noise + variant.Luck;
        return new PlannedRow
        {
            Labels = new Dictionary<string, string>
            {
                ["schedule"] = variant.Schedule,
                ["target"] = variant.Target.ToString().ToLowerInvariant(),
                ["weighting"] = variant.Weighting == LossWeighting.MinSnr ? "min-SNR" : "simple",
            },
            Choices = new Dictionary<string, double> { ["seed"] = seed, ["steps"] = Steps, ["samples"] = samples },
            Training = string.Create(CultureInfo.InvariantCulture, $"{options}, {Features} features, {pictures} sprites, T = {T}"),
            Work = 3.0 * options.Epochs!.Value * pictures + Steps * samples,
            Generate = cancellation => Generate(variant.Schedule, options, pictures, seed, samples, noise, cancellation),
        };
    }

    private static Tensor Generate(string name, TrainingOptions options, int pictures, int seed, int samples, int noise, CancellationToken cancellation)
    {
        var schedule = name == Cosine ? NoiseSchedule.Cosine(T) : NoiseSchedule.Linear(T);
        using var random = new Generator((ulong)seed, CPU);
        using var unet = new ContextUnet(features: Features, generator: random);
        using (var images = Sprites.Training(pictures).Images())
        using (var trainer = new Trainer(unet, schedule, images, null, random, options))
        {
            foreach (var _ in trainer.Run(cancellation: cancellation)) { }
            trainer.CopyAverageToModel();
        }
        var predictor = unet.Predictor(schedule, target: options.Target).Clamped(schedule);
        return Generation.Images(new DpmSolverSampler(schedule) { Steps = Steps }, [(predictor, samples)], noise, cancellation);
    }

    private sealed record Variant(string Schedule, PredictionTarget Target, LossWeighting Weighting = LossWeighting.Simple, int Luck = 0);
}
