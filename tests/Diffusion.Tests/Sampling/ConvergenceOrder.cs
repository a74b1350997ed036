using Diffusion.Sampling;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Sampling;

/// <summary>How fast a deterministic sampler nears the exact end of Gaussian data as its jumps get shorter.</summary>
internal static class ConvergenceOrder
{
    private const int Fineness = 3200;
    private static readonly int[] Counts = [20, 40, 80, 160];

    // λ = ½ log(ᾱ/(1 − ᾱ)) falls in equal steps from 10 to −3: all jumps are equally long on the equation's own clock.
    public static NoiseSchedule Schedule { get; } = NoiseSchedule.FromBetas(
        Enumerable.Range(1, Fineness).Select(t => 1 - AlphaBar(t) / AlphaBar(t - 1)));

    public static double[] Errors(Func<int, Sampler> samplerOf)
    {
        var data = new GaussianData(Schedule, 0.4, 0.25);
        var xT = linspace(-2, 2, 41, ScalarType.Float64);
        return [.. Counts.Select(n => Near.Difference(data.End(xT), samplerOf(n).Sample(data.Predictor, xT)))];
    }

    /// <summary>p of error ~ n^−p, from the two finest counts.</summary>
    public static double Of(double[] errors) => Math.Log2(errors[^2] / errors[^1]);

    private static double AlphaBar(int t) => t == 0 ? 1 : 1 / (1 + Math.Exp(-2 * (10 - 13.0 * (t - 1) / (Fineness - 1))));
}
