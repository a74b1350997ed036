using System.Diagnostics;
using Diffusion.Data;
using Diffusion.Metrics;
using Diffusion.Sampling;
using Diffusion.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Benchmarks;

/// <summary>The swiss roll's default recipe from random weights to the end, once, and how near its samples come to fresh points.</summary>
internal static class SwissRollTraining
{
    private const int Points = 10_000, Draws = 5;

    public static Measurement Measure(Device device)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(0, device);
        var data = PointSets.SwissRoll(Points, random);
        using var weights = new Generator(0, CPU);
        using var model = SwissRollRecipe.Model(weights).to(device);
        using var trainer = new Trainer(model, SwissRollRecipe.Schedule, data, random, SwissRollRecipe.Options);
        var start = Stopwatch.GetTimestamp();
        foreach (var step in trainer.Run())
            ArgumentNullException.ThrowIfNull(step);
        trainer.CopyAverageToModel();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        var sampler = new AncestralSampler(SwissRollRecipe.Schedule);
        double Distance() => SlicedWasserstein.Distance(
            sampler.Sample(model.PredictNoise, [Points, 2], random), PointSets.SwissRoll(Points, random));
        return new Measurement("s", seconds, "sw2", Enumerable.Range(0, Draws).Average(_ => Distance()));
    }
}
