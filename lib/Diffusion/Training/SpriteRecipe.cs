using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>The settings that the shipped weights for sprites were trained with: the course's, on the paper's table.</summary>
public static class SpriteRecipe
{
    /// <summary>500 steps with betas from 1e-4 to 0.02.</summary>
    public static NoiseSchedule Schedule { get; } = NoiseSchedule.Linear(500, first: 1e-4, last: 0.02);

    /// <summary>32 epochs in batches of 100, Adam from 1e-3, a tenth of the contexts hidden, and an average of the weights.</summary>
    public static TrainingOptions Options { get; } = new()
    {
        Epochs = 32,
        BatchSize = 100,
        Decay = LearningRateDecay.LinearByEpoch,
    };

    /// <summary>A new network for 16×16 sprites in five classes, with weights from the generator.</summary>
    /// <param name="generator">Where the weights come from, on the CPU.</param>
    /// <param name="features">The width; fewer are quicker and draw worse.</param>
    public static ContextUnet Model(Generator generator, int features = 64) => new(features: features, generator: generator);
}
