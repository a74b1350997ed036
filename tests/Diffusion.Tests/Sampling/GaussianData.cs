using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Sampling;

/// <summary>Data drawn from N(m, v): the best ε̂ and where DDIM's differential equation leads have closed forms.</summary>
internal sealed record GaussianData(NoiseSchedule Schedule, double Mean, double Variance)
{
    /// <summary>ε̂ = √(1 − ᾱ_t) (x_t − √ᾱ_t m) / (ᾱ_t v + 1 − ᾱ_t).</summary>
    public NoisePredictor Predictor => (xt, t) =>
    {
        var alphaBar = Schedule.AlphaBar[t];
        return (xt - Math.Sqrt(alphaBar) * Mean) * (Math.Sqrt(1 - alphaBar) / Spread(t));
    };

    /// <summary>x₀ at the end of the equation: (x_t − √ᾱ_t m)/√(ᾱ_t v + 1 − ᾱ_t) stays as it is on the way.</summary>
    public Tensor End(Tensor xT) =>
        Mean + (xT - Math.Sqrt(Schedule.AlphaBar[Schedule.T]) * Mean) * Math.Sqrt(Variance / Spread(Schedule.T));

    private double Spread(int t) => Schedule.AlphaBar[t] * Variance + 1 - Schedule.AlphaBar[t];
}
