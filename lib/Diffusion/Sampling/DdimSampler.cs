using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>DDIM: towards x̂₀, and back by as much noise as step s has, old or new (Song et al. 2021, eq. 12).</summary>
/// <param name="schedule">The schedule that the model was trained on.</param>
public sealed class DdimSampler(NoiseSchedule schedule) : Sampler(schedule)
{
    private readonly double _eta;

    /// <summary>η in 0..1, the share of new noise: with 0 none, so that x_T alone decides; with 1 it is DDPM with variance β̃.</summary>
    /// <exception cref="ArgumentOutOfRangeException">η lies outside 0..1.</exception>
    public double Eta
    {
        get => _eta;
        init => _eta = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(Eta), value, "η, the share of new noise, lies in 0 to 1.");
    }

    /// <inheritdoc/>
    public override bool IsDeterministic => Eta == 0;

    /// <inheritdoc/>
    protected override Tensor Step(PathPoint now, PathPoint? before, Generator? generator)
    {
        // √ᾱ_s x̂₀ + √(1 − ᾱ_s − σ²) ε̂ + σ z, with x̂₀ = (x_t − √(1 − ᾱ_t) ε̂)/√ᾱ_t
        var jump = now.Jump;
        var variance = Eta * Eta * jump.PosteriorVariance;
        var a = Math.Sqrt(jump.AlphaBarS / jump.AlphaBarT);
        var b = Math.Sqrt(1 - jump.AlphaBarS - variance) - a * Math.Sqrt(1 - jump.AlphaBarT);
        return Combine(now, a, b, variance, generator);
    }
}
