namespace Diffusion.Training;

/// <summary>How the learning rate falls while a network is trained.</summary>
public enum LearningRateDecay
{
    /// <summary>It stays.</summary>
    None,

    /// <summary>Step by step along half a cosine, to 0 at the end (Loshchilov and Hutter 2017).</summary>
    Cosine,

    /// <summary>Epoch by epoch in a line that would be at 0 in the epoch after the last, as in the sprite course.</summary>
    LinearByEpoch,
}
