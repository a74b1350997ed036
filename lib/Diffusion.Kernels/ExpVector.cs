using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Diffusion.Kernels;

/// <summary>eˣ on 16 numbers at a time, exact to the last places of float32, for x up to 88.</summary>
internal static class ExpVector
{
    private const float Least = -87;                                   // e to that is float32's smallest normal number

    // 2ᵏ eᶠ with |f| ≤ ½ ln 2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x)
    {
        var exponent = Vector512.MaxNative(Vector512.Create(Least), x);
        var k = Vector512.Round(exponent * Vector512.Create(1.44269504f));
        var f = Vector512.FusedMultiplyAdd(k, Vector512.Create(-0.693359375f), exponent);   // ln 2 in two parts, the first exact
        f = Vector512.FusedMultiplyAdd(k, Vector512.Create(2.12194440e-4f), f);
        var e = Vector512.FusedMultiplyAdd(f, Vector512.Create(1f / 5040), Vector512.Create(1f / 720));
        e = Vector512.FusedMultiplyAdd(f, e, Vector512.Create(1f / 120));
        e = Vector512.FusedMultiplyAdd(f, e, Vector512.Create(1f / 24));
        e = Vector512.FusedMultiplyAdd(f, e, Vector512.Create(1f / 6));
        e = Vector512.FusedMultiplyAdd(f, e, Vector512.Create(0.5f));
        e = Vector512.FusedMultiplyAdd(f, e, Vector512<float>.One);
        e = Vector512.FusedMultiplyAdd(f, e, Vector512<float>.One);
        return e * ((Vector512.ConvertToInt32(k) + Vector512.Create(127)) << 23).AsSingle();
    }
}
