namespace TorchSharp;

/// <summary>Whether cdist takes Euclidean distances by a matrix product, which is faster and less exact.</summary>
public enum compute_mode
{
    /// <summary>For more than 25 rows.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    /// <summary>Always.</summary>
    use_mm_for_euclid_dist = 1,

    /// <summary>Never.</summary>
    donot_use_mm_for_euclid_dist = 2,
}
