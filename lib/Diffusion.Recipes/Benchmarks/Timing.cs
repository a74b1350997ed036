using System.Diagnostics;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Benchmarks;

/// <summary>Measures as the peer does: some runs to warm up, then the median of single runs.</summary>
internal static class Timing
{
    public static double MedianSeconds(Device device, int runs, int warmup, Action run)
    {
        for (var i = 0; i < warmup; i++)
            run();
        var seconds = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            Synchronize(device);
            var start = Stopwatch.GetTimestamp();
            run();
            Synchronize(device);
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        Array.Sort(seconds);
        return runs % 2 == 1 ? seconds[runs / 2] : (seconds[runs / 2 - 1] + seconds[runs / 2]) / 2;
    }

    public static double RelativeError(Tensor output, Tensor plain)
    {
        using var scope = NewDisposeScope();
        return ((output - plain).abs().max() / plain.abs().max()).item<float>();
    }

    private static void Synchronize(Device device)
    {
        if (device.type == TorchSharp.DeviceType.CUDA)
            cuda.synchronize();
    }
}

/// <summary>What a job took.</summary>
/// <param name="Unit">What the value counts: us_per_step, ms_per_step or s.</param>
/// <param name="Value">The median.</param>
/// <param name="ErrorName">What the error is: rel_err, or a distance that the job is about.</param>
/// <param name="Error">
/// As rel_err, the largest difference between the job's output and that of plain float32 eager code on the same input, relative
/// to the largest output: no speed is bought with silent error.
/// </param>
internal sealed record Measurement(string Unit, double Value, string ErrorName, double Error);
