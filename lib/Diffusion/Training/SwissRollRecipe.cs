using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Settings that learn the swiss roll well in seconds on one core; they suit the other sets of points of that size too.</summary>
public static class SwissRollRecipe
{
    /// <summary>100 steps that end in noise: ᾱ₁₀₀ is 0.002, where the 2-D demo's own schedule leaves 0.78.</summary>
    public static NoiseSchedule Schedule { get; } = NoiseSchedule.Linear(100, first: 1e-4, last: 0.12);

    /// <summary>Small batches, a high learning rate that falls to nothing, and an average of the weights.</summary>
    public static TrainingOptions Options { get; } = new()
    {
        Steps = 4000,
        BatchSize = 256,
        LearningRate = 8e-3,
        Decay = LearningRateDecay.Cosine,
        WarmupSteps = 100,
        MaxGradientNorm = 1,
        StepSampling = StepSampling.Antithetic,
        EmaDecay = 0.995,
    };

    /// <summary>A new network with weights from the generator.</summary>
    /// <param name="generator">Where the weights come from, on the CPU.</param>
    public static SinusoidalMlp Model(Generator generator) => new(Schedule.T, generator: generator);
}
