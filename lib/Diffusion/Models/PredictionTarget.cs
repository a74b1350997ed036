namespace Diffusion.Models;

/// <summary>What a network guesses of x_t. Each follows from each other once x_t is known; what differs is how errors weigh.</summary>
public enum PredictionTarget
{
    /// <summary>ε, the noise (Ho et al. 2020).</summary>
    Noise,

    /// <summary>x₀, the clean data.</summary>
    Image,

    /// <summary>v = √ᾱ_t ε − √(1 − ᾱ_t) x₀: noise where x_t is clean, data where it is noise (Salimans and Ho 2022, appendix D).</summary>
    Velocity,
}
