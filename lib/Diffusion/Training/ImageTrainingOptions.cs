using Diffusion.Models;

namespace Diffusion.Training;

/// <summary>How a network is trained on pictures; the defaults are the sprite course's.</summary>
public sealed record ImageTrainingOptions
{
    /// <summary>How often every picture is learned from.</summary>
    public int Epochs { get; init; } = 32;

    /// <summary>B, the pictures in a batch; the last batch of an epoch takes what is left.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Adam's learning rate in the first epoch; it falls in a line, and would be 0 in the epoch after the last.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>λ in w ← w − rate·λ·w at every step (Loshchilov and Hutter 2019): with more than 0, Adam is AdamW.</summary>
    public double WeightDecay { get; init; }

    /// <summary>The probability of hiding a picture's context, so that the network learns to do without, too.</summary>
    public double ContextDropout { get; init; } = 0.1;

    /// <summary>How pictures are made noisy: rightly, or with the course's slip.</summary>
    public Perturbation Perturbation { get; init; } = Perturbation.ForwardProcess;

    /// <summary>What the network learns to guess; tell <see cref="ContextUnet.Predictor"/> the same.</summary>
    public PredictionTarget Target { get; init; } = PredictionTarget.Noise;

    /// <summary>How much the steps count beside each other.</summary>
    public LossWeighting Weighting { get; init; } = LossWeighting.Simple;

    /// <summary>μ in shadow ← μ·weights + (1 − μ)·shadow, the moving average that is sampled from; in (0, 1], 1 averages nothing.</summary>
    public double EmaRate { get; init; } = 0.002;

    /// <summary>The learning rate of an epoch.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    public double LearningRateAt(int epoch) => LearningRate * (1 - (double)epoch / Epochs);

    /// <summary>Whether the course keeps a checkpoint of an epoch: of every fourth one, and of the last.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    public bool IsCheckpoint(int epoch) => epoch % 4 == 0 || epoch == Epochs - 1;

    internal ImageTrainingOptions Validated()
    {
        TrainingOptions.Require(Epochs >= 1, nameof(Epochs), Epochs, "at least 1");
        TrainingOptions.Require(BatchSize >= 1, nameof(BatchSize), BatchSize, "at least 1");
        TrainingOptions.Require(LearningRate > 0 && double.IsFinite(LearningRate), nameof(LearningRate), LearningRate, "positive");
        TrainingOptions.Require(WeightDecay >= 0 && double.IsFinite(WeightDecay), nameof(WeightDecay), WeightDecay, "0 or more");
        TrainingOptions.Require(ContextDropout is >= 0 and <= 1, nameof(ContextDropout), ContextDropout, "in [0, 1]");
        TrainingOptions.Require(EmaRate is > 0 and <= 1, nameof(EmaRate), EmaRate, "in (0, 1]; 1 averages nothing");
        TrainingOptions.Require(Enum.IsDefined(Perturbation), nameof(Perturbation), Perturbation, "one of its names");
        TrainingOptions.Require(Enum.IsDefined(Target), nameof(Target), Target, "one of its names");
        TrainingOptions.Require(Enum.IsDefined(Weighting), nameof(Weighting), Weighting, "one of its names");
        return this;
    }
}
