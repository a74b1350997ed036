namespace Diffusion.Training;

/// <summary>How a noise predictor is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>How many batches are learned from.</summary>
    public int Steps { get; init; } = 20_000;

    /// <summary>B, the number of points in a batch.</summary>
    public int BatchSize { get; init; } = 1024;

    /// <summary>Adam's learning rate, after the warm-up.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>The learning rate at the end, reached along half a cosine; constant if left out.</summary>
    public double? FinalLearningRate { get; init; }

    /// <summary>The number of first steps over which the learning rate rises from 0 in a line.</summary>
    public int WarmupSteps { get; init; }

    /// <summary>The norm to which larger gradients are scaled down; none are if left out.</summary>
    public double? MaxGradientNorm { get; init; } = 1;

    /// <summary>How a batch's steps t are drawn.</summary>
    public StepSampling StepSampling { get; init; } = StepSampling.Antithetic;

    /// <summary>μ in shadow ← μ·weights + (1 − μ)·shadow, the moving average that is sampled from; in (0, 1], 1 averages nothing.</summary>
    public double EmaRate { get; init; } = 0.005;

    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">The step, from 1.</param>
    public double LearningRateAt(int step)
    {
        double warm = step < WarmupSteps ? (double)step / WarmupSteps : 1;
        double final = FinalLearningRate ?? LearningRate;
        double along = (double)(step - 1) / Steps;
        return warm * (final + (LearningRate - final) * 0.5 * (1 + Math.Cos(Math.PI * along)));
    }

    internal TrainingOptions Validated()
    {
        Require(Steps >= 1, nameof(Steps), Steps, "at least 1");
        Require(BatchSize >= 1, nameof(BatchSize), BatchSize, "at least 1");
        Require(LearningRate > 0 && double.IsFinite(LearningRate), nameof(LearningRate), LearningRate, "positive");
        Require(FinalLearningRate is null or >= 0, nameof(FinalLearningRate), FinalLearningRate, "0 or more, or left out");
        Require(WarmupSteps >= 0, nameof(WarmupSteps), WarmupSteps, "0 or more");
        Require(MaxGradientNorm is null or > 0, nameof(MaxGradientNorm), MaxGradientNorm, "positive, or left out");
        Require(EmaRate is > 0 and <= 1, nameof(EmaRate), EmaRate, "in (0, 1]; 1 averages nothing");
        Require(Enum.IsDefined(StepSampling), nameof(StepSampling), StepSampling, "one of its names");
        return this;
    }

    internal static void Require(bool holds, string name, object? value, string must)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be {must}."));
    }
}
