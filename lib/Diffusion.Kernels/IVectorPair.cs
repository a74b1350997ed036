namespace Diffusion.Kernels;

/// <summary>Neighbouring elements of a row, in the longest two vectors that the processor has.</summary>
internal interface IVectorPair<TSelf> where TSelf : struct, IVectorPair<TSelf>
{
    /// <summary>How many elements.</summary>
    static abstract int Count { get; }

    /// <summary>The elements from an address on.</summary>
    static abstract TSelf Load(ref float from);

    /// <summary>The elements plus others, each times a factor.</summary>
    TSelf Add(float factor, TSelf terms);

    /// <summary>Writes the elements, raised to a floor where they are below it; NaN stays NaN.</summary>
    void Store(ref float to, float floor);
}
