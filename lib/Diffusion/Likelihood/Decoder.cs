namespace Diffusion.Likelihood;

/// <summary>What p_θ(x₀ | x₁), the last step of the way back, is a distribution over.</summary>
public enum Decoder
{
    /// <summary>Real numbers, with a Gaussian's density: points in the plane. Its term L₀ may be negative.</summary>
    Density,

    /// <summary>Bytes scaled to [−1, 1], with a Gaussian's mass in 256 intervals: images (Ho et al. 2020, eq. 13).</summary>
    Bytes,
}
