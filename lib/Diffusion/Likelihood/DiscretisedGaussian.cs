using static TorchSharp.torch;

namespace Diffusion.Likelihood;

/// <summary>The last step's decoder for images of whole bytes, scaled to [−1, 1] (Ho et al. 2020, eq. 13).</summary>
/// <remarks>A byte's probability is the Gaussian's mass in an interval of width 2/255 around it; the first and the last byte
/// take the tails as well, so that the 256 probabilities add up to 1.</remarks>
public static class DiscretisedGaussian
{
    private const double HalfBin = 1.0 / 255;
    private const double Least = 1e-12;                          // keeps the logarithm of an empty interval finite

    /// <summary>ln p(x₀) of each element, in nats.</summary>
    /// <param name="x0">x₀, bytes scaled to [−1, 1], shape [B, …].</param>
    /// <param name="mean">The Gaussian's mean, the shape of x₀.</param>
    /// <param name="variance">The Gaussian's variance, above 0.</param>
    /// <returns>float64 [B, …].</returns>
    /// <exception cref="ArgumentException">The variance is not positive, or the shapes differ.</exception>
    public static Tensor LogProbability(Tensor x0, Tensor mean, double variance)
    {
        Shapes.RequireSame(x0, mean);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        using var scope = NewDisposeScope();
        var x = x0.to(ScalarType.Float64);
        var away = x - mean.to(ScalarType.Float64);
        var scale = 1 / Math.Sqrt(2 * variance);
        var above = where(x > 1 - HalfBin, ones_like(x), Below(away + HalfBin, scale));
        var below = where(x < -1 + HalfBin, zeros_like(x), Below(away - HalfBin, scale));
        return (above - below).clamp(min: Least).log().MoveToOuterDisposeScope();
    }

    private static Tensor Below(Tensor away, double scale) => (away * scale).erf().add_(1).mul_(0.5);
}
