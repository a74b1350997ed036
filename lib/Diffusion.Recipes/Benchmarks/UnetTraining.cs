using Diffusion.Acceleration;
using Diffusion.Models;
using Diffusion.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Benchmarks;

/// <summary>One step of the sprite course: 100 pictures of 16×16, 64 features, no contexts, Adam at 1e-3.</summary>
internal static class UnetTraining
{
    private const int Pictures = 100, Runs = 8, Warmup = 4, ComparedSteps = 3;

    private static readonly TrainingOptions Options = SpriteRecipe.Options with { BatchSize = Pictures, EmaDecay = 0 };

    public static Measurement Measure(Device device)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(0, device);
        var images = rand([Pictures, 3, 16, 16], device: device, generator: random) * 2 - 1;
        using var model = NewModel(device);
        using var trainer = Training(model, images, random, Runs + Warmup);
        using var steps = trainer.Run().GetEnumerator();
        var seconds = Timing.MedianSeconds(device, Runs, Warmup, () => steps.MoveNext());
        return new Measurement("ms_per_step", seconds * 1e3, "rel_err", CompareWithPlain(images, device));
    }

    // A few steps as they are trained and as the tensor engine does them, from the same weights and on the same batches.
    private static double CompareWithPlain(Tensor images, Device device)
    {
        var outputs = new List<Tensor>();
        foreach (var alone in (bool[])[false, true])
        {
            using var off = alone ? Accelerators.Off() : null;
            using var model = NewModel(device);
            using var random = new Generator(1, device);
            using var trainer = Training(model, images, random, ComparedSteps);
            foreach (var step in trainer.Run()) ArgumentNullException.ThrowIfNull(step);
            using var frozen = no_grad();
            outputs.Add(model.call(images, linspace(0.01, 1, Pictures, device: device), null));
        }
        return Timing.RelativeError(outputs[0], outputs[1]);
    }

    private static Trainer Training(ContextUnet model, Tensor images, Generator random, int steps) =>
        new(model, SpriteRecipe.Schedule, images, null, random, Options with { Epochs = steps });

    private static ContextUnet NewModel(Device device)
    {
        using var weights = new Generator(2, CPU);
        return SpriteRecipe.Model(weights).to(device);
    }
}
