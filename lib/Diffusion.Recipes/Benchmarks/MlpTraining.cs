using Diffusion.Models;
using Diffusion.Schedules;
using Diffusion.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Benchmarks;

/// <summary>One step of the 2-D demo: 1024 points, 32 units, 100 steps, antithetic t, Adam at 1e-3.</summary>
internal static class MlpTraining
{
    // The warm-up outlasts the just-in-time compiler, which goes over busy code again after some hundred milliseconds.
    private const int Points = 1024, Runs = 400, Warmup = 3000, ComparedSteps = 5;

    private static readonly TrainingOptions Options = DemoRecipe.Options with { BatchSize = Points, MaxGradientNorm = null, EmaDecay = 0 };

    public static Measurement Measure(Device device)
    {
        using var scope = NewDisposeScope();
        var schedule = NoiseSchedule.Sigmoid(100);
        using var seeded = new Generator(0, device);
        var data = randn(Points, 2, device: device, generator: seeded);
        using var model = NewModel(schedule, device);
        using var trainer = new Trainer(model, schedule, data, seeded, Options with { Steps = Runs + Warmup });
        using var steps = trainer.Run().GetEnumerator();
        var seconds = Timing.MedianSeconds(device, Runs, Warmup, () => steps.MoveNext());
        return new Measurement("us_per_step", seconds * 1e6, "rel_err", CompareWithPlain(schedule, data, device));
    }

    // A few steps by the trainer and a few by the book, from the same weights and the same batches.
    private static double CompareWithPlain(NoiseSchedule schedule, Tensor data, Device device)
    {
        using var model = NewModel(schedule, device);
        using (var generator = new Generator(1, device))
        using (var trainer = new Trainer(model, schedule, data, generator, Options with { Steps = ComparedSteps }))
        {
            foreach (var step in trainer.Run())
                ArgumentNullException.ThrowIfNull(step);
        }
        using var plain = NewModel(schedule, device);
        TrainPlainly(plain, schedule, data, device);
        using var frozen = no_grad();
        var t = arange(Points, dtype: ScalarType.Int64, device: device).remainder(schedule.T).add(1);
        return Timing.RelativeError(model.call(data, t), plain.call(data, t));
    }

    private static void TrainPlainly(StepEmbeddingMlp model, NoiseSchedule schedule, Tensor data, Device device)
    {
        using var generator = new Generator(1, device);
        var draw = new NoisyDraw(schedule, generator, device) { StepSampling = Options.StepSampling };
        using var batches = Batches.Of(Options with { Steps = ComparedSteps }, (int)data.shape[0], device);
        var optimizer = optim.Adam(model.parameters(), lr: Options.LearningRate);
        for (var i = 0; i < ComparedSteps; i++)
        {
            var (xt, t, eps) = draw.Perturb(data.index_select(0, batches.Rows(i, generator)));
            var loss = (eps - model.call(xt, t)).square().mean();
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }
    }

    private static StepEmbeddingMlp NewModel(NoiseSchedule schedule, Device device)
    {
        using var weights = new Generator(2, CPU);
        return new StepEmbeddingMlp(schedule.T, generator: weights).to(device);
    }
}
