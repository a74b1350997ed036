using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>eˣ on 16 numbers at a time, exact to the last places of float32, for x up to 88.</summary>
internal static class ExpVector<V> where V : struct, ILanes<V>
{
    private const float Least = -87;                                   // e to that is float32's smallest normal number

    // 2ᵏ eᶠ with |f| ≤ ½ ln 2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of(V x)
    {
        var exponent = V.MaxNative(V.Create(Least), x);
        var k = V.Round(exponent * V.Create(1.44269504f));
        var f = V.FusedMultiplyAdd(k, V.Create(-0.693359375f), exponent);   // ln 2 in two parts, the first exact
        f = V.FusedMultiplyAdd(k, V.Create(2.12194440e-4f), f);
        var e = V.FusedMultiplyAdd(f, V.Create(1f / 5040), V.Create(1f / 720));
        e = V.FusedMultiplyAdd(f, e, V.Create(1f / 120));
        e = V.FusedMultiplyAdd(f, e, V.Create(1f / 24));
        e = V.FusedMultiplyAdd(f, e, V.Create(1f / 6));
        e = V.FusedMultiplyAdd(f, e, V.Create(0.5f));
        e = V.FusedMultiplyAdd(f, e, V.Create(1));
        e = V.FusedMultiplyAdd(f, e, V.Create(1));
        return e * V.PowerOfTwo(k);
    }
}
