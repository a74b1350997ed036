using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>The 2-D demo's own settings: its sigmoid schedule, which ends far from noise, its network with an embedding a layer, its long training.</summary>
public static class DemoRecipe
{
    /// <summary>100 steps with betas from 1e-5 to 0.5e-2.</summary>
    public static NoiseSchedule Schedule { get; } = NoiseSchedule.Sigmoid(100);

    /// <summary>20 000 batches of 1 024 points, half of them at T + 1 − t; Adam at 1e-3 with gradients of norm 1 at most.</summary>
    public static TrainingOptions Options { get; } = new()
    {
        Steps = 20_000,
        BatchSize = 1024,
        MaxGradientNorm = 1,
        StepSampling = StepSampling.Antithetic,
        EmaDecay = 0.995,
    };

    /// <summary>A new network with weights from the generator.</summary>
    /// <param name="generator">Where the weights come from, on the CPU.</param>
    public static StepEmbeddingMlp Model(Generator generator) => new(Schedule.T, generator: generator);
}
