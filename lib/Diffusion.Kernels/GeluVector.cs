using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Diffusion.Kernels;

/// <summary>GELU, x Φ(x), on 16 numbers at a time, exact to the last places of float32: no tanh stands in for Φ.</summary>
internal static class GeluVector
{
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

    // exp(−x²/2)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Bell(Vector512<float> x) => ExpVector.Of(x * x * Vector512.Create(-0.5f));
}
