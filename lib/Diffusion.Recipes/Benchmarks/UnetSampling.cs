using Diffusion.Sampling;
using Diffusion.Schedules;
using Diffusion.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Benchmarks;

/// <summary>32 sprites out of noise, by a network that is ready: in 500 ancestral steps, or in 25 of DDIM.</summary>
internal static class UnetSampling
{
    private const int Pictures = 32, FewSteps = 25;

    public static Measurement MeasureAncestral(Device device) => Measure(device, steps => new AncestralSampler(Schedule) { Steps = steps }, Schedule.T, 1);

    public static Measurement MeasureDdim(Device device) => Measure(device, steps => new DdimSampler(Schedule) { Steps = steps }, FewSteps, 5);

    private static NoiseSchedule Schedule => SpriteRecipe.Schedule;

    private static Measurement Measure(Device device, Func<int, Sampler> sampler, int steps, int runs)
    {
        using var scope = NewDisposeScope();
        using var weights = new Generator(2, CPU);
        using var model = SpriteRecipe.Model(weights).to(device);
        using var random = new Generator(0, device);
        var predictor = model.Predictor(Schedule);
        var warm = sampler(FewSteps);
        long[] shape = [Pictures, model.Channels, model.Height, model.Height];
        warm.Sample(predictor, shape, random).Dispose();
        var seconds = Timing.MedianSeconds(device, runs, 0, () => sampler(steps).Sample(predictor, shape, random).Dispose());

        // The same few steps by the network as it is written down.
        using var once = new Generator(1, device);
        using var again = new Generator(1, device);
        var sample = warm.Sample(predictor, shape, once);
        model.eval();
        using var frozen = no_grad();
        Tensor Plainly(Tensor xt, int t) => model.call(xt, tensor((float)t / Schedule.T, device: device).view(1), null);
        return new Measurement("s", seconds, "rel_err", Timing.RelativeError(sample, warm.Sample(Plainly, shape, again)));
    }
}
