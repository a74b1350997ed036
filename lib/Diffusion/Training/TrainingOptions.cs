using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>How a network is trained, on points or on pictures. How long is for <see cref="Steps"/> or <see cref="Epochs"/> to say, one of them.</summary>
public sealed record TrainingOptions
{
    /// <summary>How many batches are learned from, each drawn from all data; left out where <see cref="Epochs"/> says it.</summary>
    public int? Steps { get; init; }

    /// <summary>How often every example is learned from, each time in a new order; left out where <see cref="Steps"/> says it.</summary>
    public int? Epochs { get; init; }

    /// <summary>B, the examples in a batch; the last batch of an epoch takes what is left.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Adam's learning rate: the largest.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How the learning rate falls.</summary>
    public LearningRateDecay Decay { get; init; } = LearningRateDecay.None;

    /// <summary>The number of first steps over which the learning rate rises from 0 in a line.</summary>
    public int WarmupSteps { get; init; }

    /// <summary>λ in w ← w − rate·λ·w at every step (Loshchilov and Hutter 2019): with more than 0, Adam is AdamW.</summary>
    public double WeightDecay { get; init; }

    /// <summary>The norm to which larger gradients are scaled down; none are if left out.</summary>
    public double? MaxGradientNorm { get; init; }

    /// <summary>The probability of hiding an example's context, so that the network learns to do without, too.</summary>
    public double ContextDropout { get; init; } = 0.1;

    /// <summary>How a batch's steps t are drawn.</summary>
    public StepSampling StepSampling { get; init; } = StepSampling.Uniform;

    /// <summary>How data are made noisy: rightly, or with the course's slip.</summary>
    public Perturbation Perturbation { get; init; } = Perturbation.ForwardProcess;

    /// <summary>What the network learns to guess; tell its predictor the same.</summary>
    public PredictionTarget Target { get; init; } = PredictionTarget.Noise;

    /// <summary>How much the steps count beside each other.</summary>
    public LossWeighting Weighting { get; init; } = LossWeighting.Simple;

    /// <summary>d in shadow ← d·shadow + (1 − d)·weights, the moving average that is sampled from; in [0, 1), 0 averages nothing.</summary>
    public double EmaDecay { get; init; } = 0.998;

    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <param name="stepsPerEpoch">The steps of an epoch.</param>
    public double LearningRateAt(int step, int stepsPerEpoch)
    {
        var warm = step < WarmupSteps ? (double)step / WarmupSteps : 1;
        var along = (double)(step - 1) / (Steps ?? (double)stepsPerEpoch * (Epochs ?? 1));
        return warm * Decay switch
        {
            LearningRateDecay.Cosine => LearningRate * 0.5 * (1 + Math.Cos(Math.PI * along)),
            LearningRateDecay.LinearByEpoch => LearningRate * (1 - (double)((step - 1) / stepsPerEpoch) / (Epochs ?? 1)),
            _ => LearningRate,
        };
    }

    internal TrainingOptions Validated()
    {
        if (Steps is null == Epochs is null)
            throw new ArgumentException($"How long to train is for {nameof(Steps)} or {nameof(Epochs)} to say: set one of them, and not both.");
        Require(Steps is null or >= 1, nameof(Steps), Steps, "at least 1");
        Require(Epochs is null or >= 1, nameof(Epochs), Epochs, "at least 1");
        Require(BatchSize >= 1, nameof(BatchSize), BatchSize, "at least 1");
        Require(LearningRate > 0 && double.IsFinite(LearningRate), nameof(LearningRate), LearningRate, "positive");
        Require(Enum.IsDefined(Decay), nameof(Decay), Decay, "one of its names");
        Require(Decay != LearningRateDecay.LinearByEpoch || Epochs is not null, nameof(Decay), Decay, "another where a training counts no epochs");
        Require(WarmupSteps >= 0, nameof(WarmupSteps), WarmupSteps, "0 or more");
        Require(WeightDecay >= 0 && double.IsFinite(WeightDecay), nameof(WeightDecay), WeightDecay, "0 or more");
        Require(MaxGradientNorm is null or > 0, nameof(MaxGradientNorm), MaxGradientNorm, "positive, or left out");
        Require(ContextDropout is >= 0 and <= 1, nameof(ContextDropout), ContextDropout, "in [0, 1]");
        Require(EmaDecay is >= 0 and < 1, nameof(EmaDecay), EmaDecay, "in [0, 1), such as 0.995; 0 averages nothing");
        Require(Enum.IsDefined(StepSampling), nameof(StepSampling), StepSampling, "one of its names");
        Require(Enum.IsDefined(Target), nameof(Target), Target, "one of its names");
        Require(Enum.IsDefined(Weighting), nameof(Weighting), Weighting, "one of its names");
        return this;
    }

    private static void Require(bool holds, string name, object? value, string must)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be {must}."));
    }
}

/// <summary>How the learning rate falls while a network is trained.</summary>
public enum LearningRateDecay
{
    /// <summary>It stays.</summary>
    None,

    /// <summary>Step by step along half a cosine, to 0 at the end (Loshchilov and Hutter 2017).</summary>
    Cosine,

    /// <summary>Epoch by epoch in a line that would be at 0 in the epoch after the last, as in the sprite course.</summary>
    LinearByEpoch,
}

/// <summary>How much the squared errors of the steps count in a loss, beside each other.</summary>
public enum LossWeighting
{
    /// <summary>All alike: the simple loss of whatever the network guesses (Ho et al. 2020, eq. 14).</summary>
    Simple,

    /// <summary>min(SNR, 5) in terms of x₀: steps with little noise, of which there are many and all easy, no longer rule (Hang et al. 2023).</summary>
    MinSnr,
}

/// <summary>How the steps t of a training batch are drawn.</summary>
public enum StepSampling
{
    /// <summary>Each on its own, every step equally likely (Ho et al. 2020, algorithm 1).</summary>
    Uniform,

    /// <summary>Half of the batch as above, the other half at T + 1 − t: every batch holds early and late steps alike.</summary>
    Antithetic,
}

/// <summary>How clean data are made noisy for training: x_t = √ᾱ_t x₀ and a multiple of ε.</summary>
/// <param name="Name">What a saved training calls it.</param>
/// <param name="Scale">What ε is multiplied by, of √(1 − ᾱ_t), shape [T + 1].</param>
public sealed record Perturbation(string Name, Func<Tensor, Tensor> Scale)
{
    /// <summary>x_t = √ᾱ_t x₀ + √(1 − ᾱ_t) ε (Ho et al. 2020, eq. 4).</summary>
    public static Perturbation ForwardProcess { get; } = new(nameof(ForwardProcess), scale => scale);

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}
