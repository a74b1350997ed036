using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Schedules;
using TorchSharp;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Benchmarks;

/// <summary>10 000 points of the plane, 100 ancestral steps.</summary>
internal static class MlpSampling
{
    // The warm-up outlasts the just-in-time compiler, which goes over busy code again after some hundred milliseconds.
    private const int Points = 10_000, Runs = 5, Warmup = 10;

    public static Measurement Measure(Device device)
    {
        using var scope = NewDisposeScope();
        var schedule = NoiseSchedule.Sigmoid(100);
        using var weights = new Generator(2, CPU);
        using var model = new StepEmbeddingMlp(schedule.T, generator: weights).to(device);
        var sampler = new AncestralSampler(schedule);
        using var generator = new Generator(0, device);
        var seconds = Timing.MedianSeconds(device, Runs, Warmup,
            () => sampler.Sample(model.PredictNoise, [Points, 2], generator).Dispose());

        using var once = new Generator(1, device);
        using var again = new Generator(1, device);
        var sample = sampler.Sample(model.PredictNoise, [Points, 2], once);
        return new Measurement("s", seconds, "rel_err", Timing.RelativeError(sample, SamplePlainly(model, schedule, again)));
    }

    // Algorithm 2 of Ho et al. 2020, line by line.
    private static Tensor SamplePlainly(StepEmbeddingMlp model, NoiseSchedule schedule, Generator generator)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var x = randn([Points, 2], device: generator.device, generator: generator);
        for (var t = schedule.T; t >= 1; t--)
        {
            var epsHat = model.call(x, full(Points, (long)t, dtype: ScalarType.Int64, device: x.device));
            var mean = (x - schedule.Beta[t] / Math.Sqrt(1 - schedule.AlphaBar[t]) * epsHat) / Math.Sqrt(schedule.Alpha[t]);
            x = t == 1 ? mean : mean + Math.Sqrt(schedule.Beta[t]) * Noise.Like(x, generator);
        }
        return x.MoveToOuterDisposeScope();
    }
}
