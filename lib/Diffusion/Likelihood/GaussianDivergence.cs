using static TorchSharp.torch;

namespace Diffusion.Likelihood;

/// <summary>KL(N(m₁, v₁) ‖ N(m₂, v₂)) = ½ (ln(v₂/v₁) + (v₁ + (m₁ − m₂)²)/v₂ − 1), in nats.</summary>
public static class GaussianDivergence
{
    /// <summary>The divergence in one dimension.</summary>
    /// <param name="mean">m₁.</param>
    /// <param name="variance">v₁, above 0.</param>
    /// <param name="otherMean">m₂.</param>
    /// <param name="otherVariance">v₂, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is not positive.</exception>
    public static double Between(double mean, double variance, double otherMean, double otherVariance) =>
        Spread(variance, otherVariance) + (mean - otherMean) * (mean - otherMean) / (2 * otherVariance);

    /// <summary>The divergence, element by element, of Gaussians with one variance for all.</summary>
    /// <param name="mean">m₁, shape [B, …].</param>
    /// <param name="variance">v₁, above 0.</param>
    /// <param name="otherMean">m₂, the shape of m₁.</param>
    /// <param name="otherVariance">v₂, above 0.</param>
    /// <returns>Nats, shape [B, …]; their sum over an example's elements is its divergence.</returns>
    /// <exception cref="ArgumentException">A variance is not positive, or the shapes differ.</exception>
    public static Tensor Between(Tensor mean, double variance, Tensor otherMean, double otherVariance)
    {
        Shapes.RequireSame(mean, otherMean);
        return mean.sub(otherMean).square().mul_(1 / (2 * otherVariance)).add_(Spread(variance, otherVariance));
    }

    // What is left where the means agree.
    private static double Spread(double variance, double otherVariance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(otherVariance);
        var ratio = variance / otherVariance;
        return (ratio - 1 - Math.Log(ratio)) / 2;
    }
}
