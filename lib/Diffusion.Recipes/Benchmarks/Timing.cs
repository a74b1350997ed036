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
