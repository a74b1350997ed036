namespace Diffusion.Schedules;

/// <summary>A jump of the reverse process from step t to a cleaner step s, as if t were the step after s.</summary>
public readonly record struct Jump
{
    internal Jump(NoiseSchedule schedule, int t, int s)
    {
        if (s < 0 || s >= t)
            throw new ArgumentOutOfRangeException(nameof(s), s, $"A jump from t = {t} must end at a step from 0 to {t - 1}.");
        (T, S) = (t, s);
        AlphaBarT = schedule.AlphaBar[t];
        AlphaBarS = schedule.AlphaBar[s];
        // The quotient would lose digits of a small beta that the table still has.
        Beta = s == t - 1 ? schedule.Beta[t] : 1 - AlphaBarT / AlphaBarS;
    }

    /// <summary>t, the noisier step.</summary>
    public int T { get; }

    /// <summary>s, the cleaner step; 0 is clean data.</summary>
    public int S { get; }

    /// <summary>ᾱ_t.</summary>
    public double AlphaBarT { get; }

    /// <summary>ᾱ_s.</summary>
    public double AlphaBarS { get; }

    /// <summary>β_{t|s} = 1 − ᾱ_t / ᾱ_s: the noise between s and t, and the larger choice for the reverse variance.</summary>
    public double Beta { get; }

    /// <summary>β̃_{t|s} = (1 − ᾱ_s)/(1 − ᾱ_t) · β_{t|s}: the posterior's variance, the smaller choice; 0 at the last step.</summary>
    public double PosteriorVariance => Beta * (1 - AlphaBarS) / (1 - AlphaBarT);

    /// <summary>The factor of x_t in the reverse mean: 1/√(1 − β_{t|s}) (Ho et al. 2020, eq. 11).</summary>
    public double MeanXt => 1 / Math.Sqrt(1 - Beta);

    /// <summary>The factor of ε̂ in the reverse mean: −β_{t|s} / (√(1 − ᾱ_t) √(1 − β_{t|s})) (Ho et al. 2020, eq. 11).</summary>
    public double MeanEps => -Beta / Math.Sqrt(1 - AlphaBarT) * MeanXt;

    /// <summary>The variance of the noise that a sampler adds after this jump; 0 where the jump ends in clean data.</summary>
    /// <param name="choice">β or β̃.</param>
    /// <exception cref="ArgumentOutOfRangeException">The choice is neither.</exception>
    public double Variance(ReverseVariance choice) => choice switch
    {
        _ when S == 0 => 0,
        ReverseVariance.Beta => Beta,
        ReverseVariance.Posterior => PosteriorVariance,
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "The reverse variance is β or β̃."),
    };
}

/// <summary>The two variances that Ho et al. (2020, section 3.2) name for a reverse step: upper and lower bound of the right one.</summary>
public enum ReverseVariance
{
    /// <summary>β_{t|s}: right if x₀ were drawn from N(0, I).</summary>
    Beta,

    /// <summary>β̃_{t|s}: right if x₀ were a single point.</summary>
    Posterior,
}
