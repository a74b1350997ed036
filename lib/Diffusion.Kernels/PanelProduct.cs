using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Diffusion.Kernels;

/// <summary>Products of small matrices: C ← max(C + A·B, floor), where C is a multiple of 32 columns wide.</summary>
/// <remarks>A library's general product spends most of its time on preparations when a side is only 32 long; here a block of four
/// rows by two vectors stays in registers from the first term of its sums to the last.</remarks>
internal static class PanelProduct<V> where V : struct, ILanes<V>
{
    /// <summary>Adds A·B to C and raises what is below the floor to it.</summary>
    /// <param name="a">A; element (i, k) stands at i·row + k·column, so that a transposed matrix needs no copy.</param>
    /// <param name="row">The distance between rows of A.</param>
    /// <param name="column">The distance between columns of A.</param>
    /// <param name="b">B, [depth, columns], row by row.</param>
    /// <param name="c">C, [rows, columns], row by row.</param>
    /// <param name="rows">Rows of A and of C.</param>
    /// <param name="depth">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and of C, a multiple of <see cref="ProcessorVectors.Width"/>.</param>
    /// <param name="floor">0 for a ReLU.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Accumulate(ReadOnlySpan<float> a, int row, int column, ReadOnlySpan<float> b, Span<float> c,
        int rows, int depth, int columns, float floor = float.NegativeInfinity)
    {
        if (rows == 0 || depth == 0) return;
        ref var a0 = ref MemoryMarshal.GetReference(a[..((rows - 1) * row + (depth - 1) * column + 1)]);
        ref var b0 = ref MemoryMarshal.GetReference(b[..(depth * columns)]);
        ref var c0 = ref MemoryMarshal.GetReference(c[..(rows * columns)]);
        for (var panel = 0; panel < columns; panel += 2 * V.Count)
        {
            ref var bp = ref Unsafe.Add(ref b0, panel);
            ref var cp = ref Unsafe.Add(ref c0, panel);
            var i = 0;
            for (; i + 4 <= rows; i += 4)
                FourRows(ref Unsafe.Add(ref a0, i * row), row, column, ref bp, ref Unsafe.Add(ref cp, i * columns), depth, columns, floor);
            for (; i < rows; i++)
                OneRow(ref Unsafe.Add(ref a0, i * row), column, ref bp, ref Unsafe.Add(ref cp, i * columns), depth, columns, floor);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FourRows(ref float a, int row, int column, ref float b, ref float c, int depth, int columns, float floor)
    {
        ref float c1 = ref Unsafe.Add(ref c, columns), c2 = ref Unsafe.Add(ref c, 2 * columns), c3 = ref Unsafe.Add(ref c, 3 * columns);
        V l0 = V.Load(ref c), l1 = V.Load(ref c1), l2 = V.Load(ref c2), l3 = V.Load(ref c3);
        V h0 = V.Load(ref c, V.Count), h1 = V.Load(ref c1, V.Count), h2 = V.Load(ref c2, V.Count), h3 = V.Load(ref c3, V.Count);
        for (var k = 0; k < depth; k++)
        {
            V low = V.Load(ref b), high = V.Load(ref b, V.Count);
            var f = V.Create(a);
            (l0, h0) = (V.FusedMultiplyAdd(f, low, l0), V.FusedMultiplyAdd(f, high, h0));
            f = V.Create(Unsafe.Add(ref a, row));
            (l1, h1) = (V.FusedMultiplyAdd(f, low, l1), V.FusedMultiplyAdd(f, high, h1));
            f = V.Create(Unsafe.Add(ref a, 2 * row));
            (l2, h2) = (V.FusedMultiplyAdd(f, low, l2), V.FusedMultiplyAdd(f, high, h2));
            f = V.Create(Unsafe.Add(ref a, 3 * row));
            (l3, h3) = (V.FusedMultiplyAdd(f, low, l3), V.FusedMultiplyAdd(f, high, h3));
            a = ref Unsafe.Add(ref a, column);
            b = ref Unsafe.Add(ref b, columns);
        }
        Put(ref c, l0, h0, floor);
        Put(ref c1, l1, h1, floor);
        Put(ref c2, l2, h2, floor);
        Put(ref c3, l3, h3, floor);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void OneRow(ref float a, int column, ref float b, ref float c, int depth, int columns, float floor)
    {
        V low = V.Load(ref c), high = V.Load(ref c, V.Count);
        for (var k = 0; k < depth; k++)
        {
            var f = V.Create(Unsafe.Add(ref a, k * column));
            ref var terms = ref Unsafe.Add(ref b, k * columns);
            (low, high) = (V.FusedMultiplyAdd(f, V.Load(ref terms), low), V.FusedMultiplyAdd(f, V.Load(ref terms, V.Count), high));
        }
        Put(ref c, low, high, floor);
    }

    // In this order NaN stays NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ref float c, V low, V high, float floor)
    {
        var least = V.Create(floor);
        V.MaxNative(least, low).Store(ref c);
        V.MaxNative(least, high).Store(ref c, V.Count);
    }
}
