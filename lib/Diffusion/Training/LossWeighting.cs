namespace Diffusion.Training;

/// <summary>How much the squared errors of the steps count in a loss, beside each other.</summary>
public enum LossWeighting
{
    /// <summary>All alike: the simple loss of whatever the network guesses (Ho et al. 2020, eq. 14).</summary>
    Simple,

    /// <summary>min(SNR, 5) in terms of x₀: steps with little noise, of which there are many and all easy, no longer rule (Hang et al. 2023).</summary>
    MinSnr,
}
