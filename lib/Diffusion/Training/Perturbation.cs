namespace Diffusion.Training;

/// <summary>How clean pictures are made noisy for training.</summary>
public enum Perturbation
{
    /// <summary>x_t = √ᾱ_t x₀ + √(1 − ᾱ_t) ε (Ho et al. 2020, eq. 4).</summary>
    ForwardProcess,

    /// <summary>
    /// x_t = √ᾱ_t x₀ + (1 − ᾱ_t) ε, the sprite course's slip: far too little noise at small t, so that the network is trained
    /// on pictures that sampling never meets. Here to be compared with the right one.
    /// </summary>
    CourseMistake,
}
