using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Diffusion.Kernels;

/// <summary>Products of small matrices: C ← max(C + A·B, floor), where C is a multiple of 32 columns wide.</summary>
/// <remarks>A library's general product spends most of its time on preparations when a side is only 32 long; here a block of four
/// rows by two vectors stays in registers from the first term of its sums to the last.</remarks>
internal static class PanelProduct
{
    /// <summary>The width of a panel of columns.</summary>
    public const int Width = 32;

    /// <summary>True where the processor has vectors of 512 or 256 bits; elsewhere the tensor engine computes.</summary>
    /// <remarks>All that is written in 512-bit vectors is done in two halves where there are only shorter ones. The compiler keeps
    /// both in registers where a loop holds few of them; the products, which hold as many as there are registers, choose their own.</remarks>
    public static bool IsSupported => Vector512.IsHardwareAccelerated || Fma.IsSupported;

    /// <summary>Adds A·B to C and raises what is below the floor to it.</summary>
    /// <param name="a">A; element (i, k) stands at i·row + k·column, so that a transposed matrix needs no copy.</param>
    /// <param name="row">The distance between rows of A.</param>
    /// <param name="column">The distance between columns of A.</param>
    /// <param name="b">B, [depth, columns], row by row.</param>
    /// <param name="c">C, [rows, columns], row by row.</param>
    /// <param name="rows">Rows of A and of C.</param>
    /// <param name="depth">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and of C, a multiple of <see cref="Width"/>.</param>
    /// <param name="floor">0 for a ReLU.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate(ReadOnlySpan<float> a, int row, int column, ReadOnlySpan<float> b, Span<float> c,
        int rows, int depth, int columns, float floor = float.NegativeInfinity)
    {
        if (rows == 0 || depth == 0) return;
        ref var a0 = ref MemoryMarshal.GetReference(a[..((rows - 1) * row + (depth - 1) * column + 1)]);
        ref var b0 = ref MemoryMarshal.GetReference(b[..(depth * columns)]);
        ref var c0 = ref MemoryMarshal.GetReference(c[..(rows * columns)]);
        if (Vector512.IsHardwareAccelerated)
            Panels<Pair512>(ref a0, row, column, ref b0, ref c0, rows, depth, columns, floor);
        else
            Panels<Pair256>(ref a0, row, column, ref b0, ref c0, rows, depth, columns, floor);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Panels<TPair>(ref float a, int row, int column, ref float b, ref float c, int rows, int depth, int columns, float floor)
        where TPair : struct, IVectorPair<TPair>
    {
        for (var panel = 0; panel < columns; panel += TPair.Count)
        {
            ref var bp = ref Unsafe.Add(ref b, panel);
            ref var cp = ref Unsafe.Add(ref c, panel);
            var i = 0;
            for (; i + 4 <= rows; i += 4)
                FourRows<TPair>(ref Unsafe.Add(ref a, i * row), row, column, ref bp, ref Unsafe.Add(ref cp, i * columns), depth, columns, floor);
            for (; i < rows; i++)
                OneRow<TPair>(ref Unsafe.Add(ref a, i * row), column, ref bp, ref Unsafe.Add(ref cp, i * columns), depth, columns, floor);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows<TPair>(ref float a, int row, int column, ref float b, ref float c, int depth, int columns, float floor)
        where TPair : struct, IVectorPair<TPair>
    {
        var r0 = TPair.Load(ref c);
        var r1 = TPair.Load(ref Unsafe.Add(ref c, columns));
        var r2 = TPair.Load(ref Unsafe.Add(ref c, 2 * columns));
        var r3 = TPair.Load(ref Unsafe.Add(ref c, 3 * columns));
        for (var k = 0; k < depth; k++)
        {
            var terms = TPair.Load(ref b);
            r0 = r0.Add(a, terms);
            r1 = r1.Add(Unsafe.Add(ref a, row), terms);
            r2 = r2.Add(Unsafe.Add(ref a, 2 * row), terms);
            r3 = r3.Add(Unsafe.Add(ref a, 3 * row), terms);
            a = ref Unsafe.Add(ref a, column);
            b = ref Unsafe.Add(ref b, columns);
        }
        r0.Store(ref c, floor);
        r1.Store(ref Unsafe.Add(ref c, columns), floor);
        r2.Store(ref Unsafe.Add(ref c, 2 * columns), floor);
        r3.Store(ref Unsafe.Add(ref c, 3 * columns), floor);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow<TPair>(ref float a, int column, ref float b, ref float c, int depth, int columns, float floor)
        where TPair : struct, IVectorPair<TPair>
    {
        var sum = TPair.Load(ref c);
        for (var k = 0; k < depth; k++)
            sum = sum.Add(Unsafe.Add(ref a, k * column), TPair.Load(ref Unsafe.Add(ref b, k * columns)));
        sum.Store(ref c, floor);
    }
}
