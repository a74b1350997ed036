using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

/// <summary>32 elements of a row; two fields, so that the compiler keeps them in registers.</summary>
internal readonly record struct Pair512(Vector512<float> Low, Vector512<float> High) : IVectorPair<Pair512>
{
    private const int Lanes = 16;

    public static int Count => 2 * Lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair512 Load(ref float from) => new(Vector512.LoadUnsafe(ref from), Vector512.LoadUnsafe(ref from, Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair512 Add(float factor, Pair512 terms)
    {
        var factors = Vector512.Create(factor);
        return new(Vector512.FusedMultiplyAdd(factors, terms.Low, Low), Vector512.FusedMultiplyAdd(factors, terms.High, High));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float to, float floor)
    {
        var least = Vector512.Create(floor);
        Vector512.MaxNative(least, Low).StoreUnsafe(ref to);            // in this order NaN stays NaN
        Vector512.MaxNative(least, High).StoreUnsafe(ref to, Lanes);
    }
}

/// <summary>16 elements of a row, for processors without longer vectors.</summary>
internal readonly record struct Pair256(Vector256<float> Low, Vector256<float> High) : IVectorPair<Pair256>
{
    private const int Lanes = 8;

    public static int Count => 2 * Lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair256 Load(ref float from) => new(Vector256.LoadUnsafe(ref from), Vector256.LoadUnsafe(ref from, Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair256 Add(float factor, Pair256 terms)
    {
        var factors = Vector256.Create(factor);
        return new(Vector256.FusedMultiplyAdd(factors, terms.Low, Low), Vector256.FusedMultiplyAdd(factors, terms.High, High));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float to, float floor)
    {
        var least = Vector256.Create(floor);
        Vector256.MaxNative(least, Low).StoreUnsafe(ref to);            // in this order NaN stays NaN
        Vector256.MaxNative(least, High).StoreUnsafe(ref to, Lanes);
    }
}
