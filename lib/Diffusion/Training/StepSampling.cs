namespace Diffusion.Training;

/// <summary>How the steps t of a training batch are drawn.</summary>
public enum StepSampling
{
    /// <summary>Each on its own, every step equally likely (Ho et al. 2020, algorithm 1).</summary>
    Uniform,

    /// <summary>Half of the batch as above, the other half at T + 1 − t: every batch holds early and late steps alike.</summary>
    Antithetic,
}
