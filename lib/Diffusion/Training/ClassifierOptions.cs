namespace Diffusion.Training;

/// <summary>How a <see cref="Models.SpriteClassifier"/> is trained.</summary>
public sealed record ClassifierOptions
{
    /// <summary>How often every picture is learned from.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>B, the pictures in a batch.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Adam's largest learning rate; it falls to nothing along half a cosine.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>The largest standard deviation of the noise that half of the pictures get, on the scale from −1 to 1.</summary>
    public double LargestNoise { get; init; } = 0.5;

    /// <summary>What an error in the small picture counts, beside one in the class.</summary>
    public double ThumbnailWeight { get; init; } = 3;

    /// <summary>What an error in the root of the noise's strength, as a share of the largest, counts, beside one in the class.</summary>
    public double NoiseWeight { get; init; } = 3;

    internal ClassifierOptions Validated()
    {
        Require(Epochs >= 1, nameof(Epochs), Epochs, "at least 1");
        Require(BatchSize >= 2, nameof(BatchSize), BatchSize, "at least 2");
        Require(LearningRate > 0 && double.IsFinite(LearningRate), nameof(LearningRate), LearningRate, "positive");
        Require(LargestNoise is >= 0 and <= 2, nameof(LargestNoise), LargestNoise, "in [0, 2]");
        Require(ThumbnailWeight >= 0 && double.IsFinite(ThumbnailWeight), nameof(ThumbnailWeight), ThumbnailWeight, "0 or more");
        Require(NoiseWeight >= 0 && double.IsFinite(NoiseWeight), nameof(NoiseWeight), NoiseWeight, "0 or more");
        return this;
    }

    private static void Require(bool holds, string name, object value, string must)
    {
        if (!holds) throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be {must}."));
    }
}
