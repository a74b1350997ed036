using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Diffusion.Kernels;

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
