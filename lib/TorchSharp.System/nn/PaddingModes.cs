namespace TorchSharp;

/// <summary>What stands in the padding.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The input mirrored at its edge, the edge itself once.</summary>
    Reflect = 1,

    /// <summary>The edge, repeated.</summary>
    Replicate = 2,

    /// <summary>The input from its other end.</summary>
    Circular = 3,

    /// <summary>One value.</summary>
    Constant = 4,
}
