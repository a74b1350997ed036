using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>The transforms of F(4×4, 3×3): 16 results of a 3×3 convolution by 36 products instead of 144 (Lavin and Gray 2016).</summary>
/// <remarks>
/// y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A with the points 0, ±1, ±2 and ∞. What is linear has an adjoint, so the gradients need no other
/// algorithm: of the kernel, Gᵀ[(A y′ Aᵀ) ⊙ (Bᵀ d B)]G; of the input, B[(G g Gᵀ) ⊙ (A y′ Aᵀ)]Bᵀ.
/// Each method transforms 16 channels at a time, a line of elements <c>step</c> apart.
/// </remarks>
internal static unsafe class WinogradTransform<V> where V : struct, ILanes<V>
{
    /// <summary>Elements of a side of a transformed tile, of a tile of results and of a kernel.</summary>
    public const int Side = 6, Outputs = 4, Kernel = 3;

    /// <summary>Elements of a transformed tile.</summary>
    public const int Points = Side * Side;

    /// <summary>Bᵀ d: six elements to six.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input(float* from, nint step, float* to, nint toStep)
    {
        V d0 = V.Load(from), d1 = V.Load(from + step), d2 = V.Load(from + 2 * step);
        V d3 = V.Load(from + 3 * step), d4 = V.Load(from + 4 * step), d5 = V.Load(from + 5 * step);
        var four = V.Create(4f);
        var five = V.Create(5f);
        var even = d4 - four * d2;
        var odd = d3 - four * d1;
        var near = d4 - d2;
        var far = d3 - d1;
        (four * d0 - five * d2 + d4).Store(to);
        (even + odd).Store(to + toStep);
        (even - odd).Store(to + 2 * toStep);
        (near + (far + far)).Store(to + 3 * toStep);
        (near - (far + far)).Store(to + 4 * toStep);
        (four * d1 - five * d3 + d5).Store(to + 5 * toStep);
    }

    /// <summary>B t, its adjoint: six to six.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void InputAdjoint(float* from, nint step, float* to, nint toStep)
    {
        V t0 = V.Load(from), t1 = V.Load(from + step), t2 = V.Load(from + 2 * step);
        V t3 = V.Load(from + 3 * step), t4 = V.Load(from + 4 * step), t5 = V.Load(from + 5 * step);
        V two = V.Create(2f), four = V.Create(4f), five = V.Create(5f);
        V sum1 = t1 + t2, sum2 = t3 + t4;
        V difference1 = t1 - t2, difference2 = t3 - t4;
        (four * t0).Store(to);
        (four * (t5 - difference1) - two * difference2).Store(to + toStep);
        (-(five * t0 + four * sum1 + sum2)).Store(to + 2 * toStep);
        (difference1 + two * difference2 - five * t5).Store(to + 3 * toStep);
        (t0 + sum1 + sum2).Store(to + 4 * toStep);
        t5.Store(to + 5 * toStep);
    }

    /// <summary>Aᵀ m: six to four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output(float* from, nint step, float* to, nint toStep)
    {
        V m0 = V.Load(from), m1 = V.Load(from + step), m2 = V.Load(from + 2 * step);
        V m3 = V.Load(from + 3 * step), m4 = V.Load(from + 4 * step), m5 = V.Load(from + 5 * step);
        V sum1 = m1 + m2, sum2 = m3 + m4;
        V difference1 = m1 - m2, difference2 = m3 - m4;
        (m0 + sum1 + sum2).Store(to);
        (difference1 + V.Create(2f) * difference2).Store(to + toStep);
        (sum1 + V.Create(4f) * sum2).Store(to + 2 * toStep);
        (difference1 + V.Create(8f) * difference2 + m5).Store(to + 3 * toStep);
    }

    /// <summary>A y, its adjoint: four to six.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OutputAdjoint(float* from, nint step, float* to, nint toStep)
    {
        V y0 = V.Load(from), y1 = V.Load(from + step);
        V y2 = V.Load(from + 2 * step), y3 = V.Load(from + 3 * step);
        V even = y0 + y2, odd = y1 + y3;
        var four = V.Create(4f);
        V even2 = y0 + four * y2, odd2 = y1 + four * y3;
        odd2 += odd2;
        y0.Store(to);
        (even + odd).Store(to + toStep);
        (even - odd).Store(to + 2 * toStep);
        (even2 + odd2).Store(to + 3 * toStep);
        (even2 - odd2).Store(to + 4 * toStep);
        y3.Store(to + 5 * toStep);
    }

    /// <summary>G g: three to six.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Weight(float* from, nint step, float* to, nint toStep)
    {
        V g0 = V.Load(from), g1 = V.Load(from + step), g2 = V.Load(from + 2 * step);
        V sixth = V.Create(1f / 6), twelfth = V.Create(1f / 12);
        var outer = (g0 + g2) * sixth;
        var inner = g1 * sixth;
        var wide = g0 * V.Create(1f / 24) + g2 * sixth;
        var middle = g1 * twelfth;
        (g0 * V.Create(0.25f)).Store(to);
        (-(outer + inner)).Store(to + toStep);
        (inner - outer).Store(to + 2 * toStep);
        (wide + middle).Store(to + 3 * toStep);
        (wide - middle).Store(to + 4 * toStep);
        g2.Store(to + 5 * toStep);
    }

    /// <summary>Gᵀ u, its adjoint: six to three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WeightAdjoint(float* from, nint step, float* to, nint toStep)
    {
        V u0 = V.Load(from), u1 = V.Load(from + step), u2 = V.Load(from + 2 * step);
        V u3 = V.Load(from + 3 * step), u4 = V.Load(from + 4 * step), u5 = V.Load(from + 5 * step);
        V sixth = V.Create(1f / 6), twelfth = V.Create(1f / 12);
        V sum1 = u1 + u2, sum2 = u3 + u4;
        (V.Create(0.25f) * u0 - sixth * sum1 + V.Create(1f / 24) * sum2).Store(to);
        (sixth * (u2 - u1) + twelfth * (u3 - u4)).Store(to + toStep);
        (sixth * (sum2 - sum1) + u5).Store(to + 2 * toStep);
    }
}
