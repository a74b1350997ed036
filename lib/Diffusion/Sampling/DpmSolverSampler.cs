using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>DPM-Solver++(2M): solves DDIM's differential equation to second order, reusing the x̂₀ of the jump before (Lu et al. 2022, algorithm 2).</summary>
/// <remarks>One call of the model a jump, as DDIM; no noise is added. λ = ½ log(ᾱ/(1 − ᾱ)) is the equation's clock. The first
/// jump has no x̂₀ before it, and the last ends at λ = ∞, where no line through two x̂₀ leads: both are of first order, which is DDIM.</remarks>
/// <param name="schedule">The schedule that the model was trained on.</param>
public sealed class DpmSolverSampler(NoiseSchedule schedule) : Sampler(schedule)
{
    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    protected override Tensor Step(PathPoint now, PathPoint? before, Generator? generator)
    {
        // (σ_s/σ_t) x_t + √ᾱ_s (1 − e^{−h}) D, with σ² = 1 − ᾱ
        var jump = now.Jump;
        var h = LogSnrGain(jump);
        var towards = X0Hat(now);
        if (before is not null && jump.S > 0)
        {
            var rho = h / (2 * LogSnrGain(before.Jump));
            towards.mul_(1 + rho).add_(X0Hat(before), -rho);
        }
        var keep = Math.Sqrt((1 - jump.AlphaBarS) / (1 - jump.AlphaBarT));
        return now.Xt.mul(keep).add_(towards, Math.Sqrt(jump.AlphaBarS) * (1 - Math.Exp(-h)));
    }

    private Tensor X0Hat(PathPoint point) => Schedule.PredictX0(point.Xt, point.EpsHat, point.Jump.T);

    // h = λ_s − λ_t, infinite where s = 0
    private double LogSnrGain(Jump jump) => 0.5 * Math.Log(Schedule.Snr[jump.S] / Schedule.Snr[jump.T]);
}
