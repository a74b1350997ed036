using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>Products of matrices in the first two caches: C = A·B or C += A·B, C a multiple of 32 columns wide.</summary>
/// <remarks>Like <see cref="PanelProduct{V}"/>, with blocks of as many rows as the registers hold sums of: eight of 512 bits, four of 256.</remarks>
internal static unsafe class BlockProduct<V> where V : struct, ILanes<V>
{
    private const int Width = ProcessorVectors.Width;

    /// <summary>Multiplies.</summary>
    /// <param name="a">A; element (i, k) stands at i·row + k·column, so that a transposed matrix needs no copy.</param>
    /// <param name="row">The distance between rows of A.</param>
    /// <param name="column">The distance between columns of A.</param>
    /// <param name="b">B, [depth, columns], row by row.</param>
    /// <param name="bStride">The distance between rows of B.</param>
    /// <param name="c">C, [rows, columns], row by row.</param>
    /// <param name="cStride">The distance between rows of C.</param>
    /// <param name="rows">Rows of A and of C.</param>
    /// <param name="depth">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and of C, a multiple of <see cref="ProcessorVectors.Width"/>.</param>
    /// <param name="add">Whether the product is added to C.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Compute(float* a, int row, int column, float* b, int bStride, float* c, int cStride, int rows, int depth, int columns, bool add)
    {
        for (var panel = 0; panel < columns; panel += Width)
        {
            var i = 0;
            nint down = row * sizeof(float), along = column * sizeof(float);
            for (; 2 * V.Count == Width && i + 8 <= rows; i += 8)
                EightRows((byte*)(a + (long)i * row), down, along, b + panel, bStride, c + panel + (long)i * cStride, cStride, depth, add);
            for (; i + 4 <= rows; i += 4)
                for (var part = panel; part < panel + Width; part += 2 * V.Count)
                    FourRows((byte*)(a + (long)i * row), down, along, b + part, bStride, c + part + (long)i * cStride, cStride, depth, add);
            for (; i < rows; i++)
                for (var part = panel; part < panel + Width; part += 2 * V.Count)
                    OneRow(a + (long)i * row, column, b + part, bStride, c + part + (long)i * cStride, depth, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FourRows(byte* a, nint row, nint column, float* b, nint bStride, float* c, nint cStride, int depth, bool add)
    {
        V l0, l1, l2, l3, h0, h1, h2, h3;
        l0 = l1 = l2 = l3 = h0 = h1 = h2 = h3 = default;
        var row3 = 3 * row;
        for (var k = depth; k > 0; k--)
        {
            var low = V.Load(b);
            var high = V.Load(b + V.Count);
            var f = V.Create(*(float*)a);
            l0 = V.FusedMultiplyAdd(f, low, l0);
            h0 = V.FusedMultiplyAdd(f, high, h0);
            f = V.Create(*(float*)(a + row));
            l1 = V.FusedMultiplyAdd(f, low, l1);
            h1 = V.FusedMultiplyAdd(f, high, h1);
            f = V.Create(*(float*)(a + 2 * row));
            l2 = V.FusedMultiplyAdd(f, low, l2);
            h2 = V.FusedMultiplyAdd(f, high, h2);
            f = V.Create(*(float*)(a + row3));
            l3 = V.FusedMultiplyAdd(f, low, l3);
            h3 = V.FusedMultiplyAdd(f, high, h3);
            a += column;
            b += bStride;
        }
        Put(c, l0, h0, add);
        Put(c + cStride, l1, h1, add);
        Put(c + 2 * cStride, l2, h2, add);
        Put(c + 3 * cStride, l3, h3, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EightRows(byte* a, nint row, nint column, float* b, nint bStride, float* c, nint cStride, int depth, bool add)
    {
        V l0, l1, l2, l3, l4, l5, l6, l7, h0, h1, h2, h3, h4, h5, h6, h7;
        l0 = l1 = l2 = l3 = l4 = l5 = l6 = l7 = h0 = h1 = h2 = h3 = h4 = h5 = h6 = h7 = default;
        var a4 = a + 4 * row;
        var row3 = 3 * row;
        for (var k = depth; k > 0; k--)
        {
            var low = V.Load(b);
            var high = V.Load(b + V.Count);
            var f = V.Create(*(float*)a);
            l0 = V.FusedMultiplyAdd(f, low, l0);
            h0 = V.FusedMultiplyAdd(f, high, h0);
            f = V.Create(*(float*)(a + row));
            l1 = V.FusedMultiplyAdd(f, low, l1);
            h1 = V.FusedMultiplyAdd(f, high, h1);
            f = V.Create(*(float*)(a + 2 * row));
            l2 = V.FusedMultiplyAdd(f, low, l2);
            h2 = V.FusedMultiplyAdd(f, high, h2);
            f = V.Create(*(float*)(a + row3));
            l3 = V.FusedMultiplyAdd(f, low, l3);
            h3 = V.FusedMultiplyAdd(f, high, h3);
            f = V.Create(*(float*)a4);
            l4 = V.FusedMultiplyAdd(f, low, l4);
            h4 = V.FusedMultiplyAdd(f, high, h4);
            f = V.Create(*(float*)(a4 + row));
            l5 = V.FusedMultiplyAdd(f, low, l5);
            h5 = V.FusedMultiplyAdd(f, high, h5);
            f = V.Create(*(float*)(a4 + 2 * row));
            l6 = V.FusedMultiplyAdd(f, low, l6);
            h6 = V.FusedMultiplyAdd(f, high, h6);
            f = V.Create(*(float*)(a4 + row3));
            l7 = V.FusedMultiplyAdd(f, low, l7);
            h7 = V.FusedMultiplyAdd(f, high, h7);
            a += column;
            a4 += column;
            b += bStride;
        }
        Put(c, l0, h0, add);
        Put(c + cStride, l1, h1, add);
        Put(c + 2 * cStride, l2, h2, add);
        Put(c + 3 * cStride, l3, h3, add);
        Put(c + 4 * cStride, l4, h4, add);
        Put(c + 5 * cStride, l5, h5, add);
        Put(c + 6 * cStride, l6, h6, add);
        Put(c + 7 * cStride, l7, h7, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void OneRow(float* a, nint column, float* b, nint bStride, float* c, int depth, bool add)
    {
        V low = default, high = default;
        for (var k = 0; k < depth; k++, a += column, b += bStride)
        {
            var f = V.Create(*a);
            low = V.FusedMultiplyAdd(f, V.Load(b), low);
            high = V.FusedMultiplyAdd(f, V.Load(b + V.Count), high);
        }
        Put(c, low, high, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, V low, V high, bool add)
    {
        if (add)
        {
            low += V.Load(c);
            high += V.Load(c + V.Count);
        }
        low.Store(c);
        high.Store(c + V.Count);
    }
}
