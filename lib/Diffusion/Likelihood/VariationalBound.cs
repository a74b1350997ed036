using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Likelihood;

/// <summary>The bound on −ln p_θ(x₀) that training lowers: L_T + Σ L_{t−1} + L₀ (Ho et al. 2020, eq. 5).</summary>
/// <param name="schedule">The schedule that the model was trained on.</param>
/// <param name="predictor">ε̂(x_t, t).</param>
public sealed class VariationalBound(NoiseSchedule schedule, NoisePredictor predictor)
{
    /// <summary>σ_t², the variance of p_θ(x_{t−1} | x_t). At t = 1, where β̃ is 0, both choices are β₁.</summary>
    public ReverseVariance Variance { get; init; } = ReverseVariance.Posterior;

    /// <summary>What p_θ(x₀ | x₁) is a distribution over.</summary>
    public Decoder Decoder { get; init; } = Decoder.Density;

    /// <summary>L_T = KL(q(x_T | x₀) ‖ N(0, I)): what is left of the data at the end. No model has a part in it.</summary>
    /// <param name="x0">x₀, shape [B, …].</param>
    public BoundTerm Prior(Tensor x0)
    {
        using var scope = NewDisposeScope();
        var left = schedule.AlphaBar[^1];
        var mean = x0 * Math.Sqrt(left);
        return new(schedule.T + 1, Mean(GaussianDivergence.Between(mean, 1 - left, zeros_like(mean), 1)));
    }

    /// <summary>L_{t−1} = KL(q(x_{t−1} | x_t, x₀) ‖ p_θ(x_{t−1} | x_t)), or at t = 1 L₀ = −ln p_θ(x₀ | x₁), for one draw of x_t.</summary>
    /// <param name="x0">x₀, shape [B, …].</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <param name="eps">ε, the noise in x_t, the shape of x₀.</param>
    /// <exception cref="ArgumentException">The step lies outside 1..T, or the shapes differ.</exception>
    public BoundTerm Step(Tensor x0, int t, Tensor eps)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var xt = schedule.AddNoise(x0, t, eps);
        var jump = schedule.Jump(t, t - 1);
        var mean = xt * jump.MeanXt + predictor(xt, t) * jump.MeanEps;
        return new(t, Mean(t == 1 ? Surprise(x0, mean, jump.Beta) : GaussianDivergence.Between(
            schedule.PosteriorMean(x0, xt, t), jump.PosteriorVariance, mean, jump.Variance(Variance))));
    }

    /// <summary>All terms, from L₀ to L_T, each from one draw of x_t for every example.</summary>
    /// <param name="x0">x₀, shape [B, …].</param>
    /// <param name="generator">Where the noise comes from; on the device of x₀.</param>
    public IEnumerable<BoundTerm> Terms(Tensor x0, Generator generator)
    {
        for (var t = 1; t <= schedule.T; t++)
        {
            using var eps = Noise.Like(x0, generator);
            yield return Step(x0, t, eps);
        }
        yield return Prior(x0);
    }

    // −ln p_θ(x₀ | x₁), element by element
    private Tensor Surprise(Tensor x0, Tensor mean, double variance) => Decoder switch
    {
        Decoder.Density => (x0 - mean).square().mul_(1 / (2 * variance)).add_(Math.Log(2 * Math.PI * variance) / 2),
        Decoder.Bytes => DiscretisedGaussian.LogProbability(x0, mean, variance).neg_(),
        _ => throw new InvalidOperationException($"The decoder is of densities or of bytes; {Decoder} is neither."),
    };

    private static double Mean(Tensor nats) => nats.mean([], type: ScalarType.Float64).item<double>();
}

/// <summary>One term of the variational bound, as a mean over examples and dimensions.</summary>
/// <param name="T">The step that it belongs to: 1 for L₀, t for L_{t−1}; T + 1 for L_T, which belongs to none.</param>
/// <param name="Nats">Its size in nats per dimension.</param>
public readonly record struct BoundTerm(int T, double Nats)
{
    /// <summary>Its size in bits per dimension.</summary>
    public double Bits => Nats / Math.Log(2);
}

/// <summary>What p_θ(x₀ | x₁), the last step of the way back, is a distribution over.</summary>
public enum Decoder
{
    /// <summary>Real numbers, with a Gaussian's density: points in the plane. Its term L₀ may be negative.</summary>
    Density,

    /// <summary>Bytes scaled to [−1, 1], with a Gaussian's mass in 256 intervals: images (Ho et al. 2020, eq. 13).</summary>
    Bytes,
}
