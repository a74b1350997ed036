namespace Diffusion.Schedules;

/// <summary>The two variances that Ho et al. (2020, section 3.2) name for a reverse step: upper and lower bound of the right one.</summary>
public enum ReverseVariance
{
    /// <summary>β_{t|s}: right if x₀ were drawn from N(0, I).</summary>
    Beta,

    /// <summary>β̃_{t|s}: right if x₀ were a single point.</summary>
    Posterior,
}
