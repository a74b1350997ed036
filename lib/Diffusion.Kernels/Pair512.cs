using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Diffusion.Kernels;

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
