using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Diffusion.Kernels;

/// <summary>GELU, x Φ(x), on 16 numbers at a time, exact to the last places of float32: no tanh stands in for Φ.</summary>
internal static class GeluVector
{
    private const float Least = -87;                                   // e to that is float32's smallest normal number

    /// <summary>x Φ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Value(Vector512<float> x) => x * Distribution(x, Bell(x));

    /// <summary>x Φ(x), and its derivative Φ(x) + x φ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Value(Vector512<float> x, out Vector512<float> derivative)
    {
        var bell = Bell(x);
        var distribution = Distribution(x, bell);
        derivative = distribution + x * bell * Vector512.Create(0.3989422804f);     // 1/√(2π)
        return x * distribution;
    }

    // Φ(x) = ½ erfc(−x/√2), by 7.1.26 of Abramowitz and Stegun 1964: an error of 1.5e-7 at most.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Distribution(Vector512<float> x, Vector512<float> bell)
    {
        var one = Vector512<float>.One;
        var t = one / Vector512.FusedMultiplyAdd(Vector512.Abs(x), Vector512.Create(0.3275911f * 0.70710678f), one);
        var sum = Vector512.FusedMultiplyAdd(t, Vector512.Create(1.061405429f), Vector512.Create(-1.453152027f));
        sum = Vector512.FusedMultiplyAdd(t, sum, Vector512.Create(1.421413741f));
        sum = Vector512.FusedMultiplyAdd(t, sum, Vector512.Create(-0.284496736f));
        sum = Vector512.FusedMultiplyAdd(t, sum, Vector512.Create(0.254829592f));
        var tail = Vector512.Create(0.5f) * t * sum * bell;            // Φ(−|x|)
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), tail, one - tail);
    }

    // exp(−x²/2) as 2ᵏ eᶠ with |f| ≤ ½ ln 2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Bell(Vector512<float> x)
    {
        var exponent = Vector512.MaxNative(Vector512.Create(Least), x * x * Vector512.Create(-0.5f));
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
