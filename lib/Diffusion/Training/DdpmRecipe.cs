using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>The published DDPM class, done properly: its schedule with every step of it trained, its network at any size, AdamW, a moving average.</summary>
public static class DdpmRecipe
{
    /// <summary>1000 steps with betas from 1e-4 to 0.02 (Ho et al. 2020, section 4); t is drawn from all of them.</summary>
    public static NoiseSchedule Schedule { get; } = NoiseSchedule.Linear(1000, first: 1e-4, last: 0.02);

    /// <summary>AdamW from 1e-3 with PyTorch's decay, batches of 16: chosen for trainings of less than an hour on one core.</summary>
    public static TrainingOptions Options { get; } = new()
    {
        Epochs = 8,
        BatchSize = 16,
        LearningRate = 1e-3,
        Decay = LearningRateDecay.LinearByEpoch,
        WeightDecay = 0.01,
    };

    /// <summary>A new network with weights from the generator, of the shipped weights' size unless told otherwise.</summary>
    /// <param name="generator">Where the weights come from, on the CPU.</param>
    /// <param name="width">Channels of the finest feature maps, a multiple of 4; the published network has 64.</param>
    /// <param name="classes">The classes that a picture may be asked of; 0 makes a network without.</param>
    /// <param name="channels">Channels of a picture.</param>
    public static AttentionUnet Model(Generator generator, int width = 16, int classes = 0, int channels = 3) =>
        new(channels, width, classes: classes, generator: generator);
}
