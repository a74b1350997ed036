using Diffusion.Schedules;

namespace Diffusion.Likelihood;

/// <summary>What a squared error of the noise costs in the bound, step by step.</summary>
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
        double beta = schedule.Beta[t];
        return beta * beta / (2 * schedule.Jump(t, t - 1).Variance(variance) * schedule.Alpha[t] * (1 - schedule.AlphaBar[t]));
    }
}
