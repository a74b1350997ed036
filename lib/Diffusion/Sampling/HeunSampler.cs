using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>Heun's method on DDIM's differential equation: of second order, for two questions a jump (Karras et al. 2022, algorithm 1).</summary>
/// <remarks>With x̄ = x/√ᾱ and σ = √((1 − ᾱ)/ᾱ) the equation is dx̄/dσ = ε̂. A jump goes by ε̂ at its start, asks again at its end,
/// and goes by the mean of both; the last jump ends at σ = 0, where there is nothing to ask, and is DDIM's.</remarks>
/// <param name="schedule">The schedule that the model was trained on.</param>
public sealed class HeunSampler(NoiseSchedule schedule) : Sampler(schedule)
{
    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    protected override Tensor Step(PathPoint now, PathPoint? before, Generator? generator) =>
        Heun(now, now.Xt, now.EpsHat, now.Jump);

    // x_s from x_t = x, with ε̂ there.
    internal static Tensor Heun(PathPoint point, Tensor x, Tensor epsHat, Jump jump)
    {
        var keep = Math.Sqrt(jump.AlphaBarS / jump.AlphaBarT);
        var move = Math.Sqrt(jump.AlphaBarS) * (Sigma(jump.AlphaBarS) - Sigma(jump.AlphaBarT));
        var euler = x.mul(keep).add_(epsHat, move);
        if (jump.S == 0) return euler;
        var there = point.Ask(euler, jump.S);
        return euler.add_(there.sub_(epsHat), move / 2);           // the mean of both in place of the first
    }

    private static double Sigma(double alphaBar) => Math.Sqrt((1 - alphaBar) / alphaBar);
}
