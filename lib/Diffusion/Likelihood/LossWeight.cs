using Diffusion.Models;
using Diffusion.Schedules;

namespace Diffusion.Likelihood;

/// <summary>What a squared error costs, step by step: in the variational bound, and in losses that weigh steps otherwise.</summary>
public static class LossWeight
{
    /// <summary>β_t² / (2 σ_t² α_t (1 − ᾱ_t)), the factor of ‖ε − ε̂‖² in L_{t−1} (Ho et al. 2020, eq. 12).</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="t">The step, in 2..T; L₀ is no divergence of two Gaussians.</param>
    /// <param name="variance">σ_t².</param>
    /// <exception cref="ArgumentOutOfRangeException">The step lies outside 2..T.</exception>
    public static double InBound(this NoiseSchedule schedule, int t, ReverseVariance variance)
    {
        if (t < 2 || t > schedule.T)
            throw new ArgumentOutOfRangeException(nameof(t), t, $"The terms with a weight belong to steps 2 to T = {schedule.T}.");
        var beta = schedule.Beta[t];
        return beta * beta / (2 * schedule.Jump(t, t - 1).Variance(variance) * schedule.Alpha[t] * (1 - schedule.AlphaBar[t]));
    }

    /// <summary>The factor that makes ‖y − ŷ‖² count as min(SNR_t, γ) ‖x₀ − x̂₀‖² (Hang et al. 2023, section 3.4): min(SNR, γ) for x₀, that over
    /// SNR for ε, and over SNR + 1 for v.</summary>
    /// <param name="schedule">The schedule; SNR_t = ᾱ_t/(1 − ᾱ_t).</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <param name="target">y, what the network guesses.</param>
    /// <param name="gamma">γ, positive; the paper's 5 if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step lies outside 1..T, γ is not positive, or there is no such target.</exception>
    public static double MinSnr(this NoiseSchedule schedule, int t, PredictionTarget target, double gamma = 5)
    {
        if (!(gamma > 0)) throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "γ must be positive; 5 is usual.");
        double snr = schedule.Snr[schedule.Require(t)], capped = Math.Min(snr, gamma);
        return target switch
        {
            PredictionTarget.Noise => capped / snr,
            PredictionTarget.Image => capped,
            PredictionTarget.Velocity => capped / (snr + 1),
            _ => throw new ArgumentOutOfRangeException(nameof(target), target, "There is no such target."),
        };
    }
}
