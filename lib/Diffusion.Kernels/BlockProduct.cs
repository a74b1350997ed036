using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Diffusion.Kernels;

/// <summary>Products of matrices in the first two caches: C = A·B or C += A·B, C a multiple of 32 columns wide.</summary>
/// <remarks>Like <see cref="PanelProduct"/>, with blocks of eight rows: enough sums in flight to keep both multipliers busy.</remarks>
internal static unsafe class BlockProduct
{
    /// <summary>The width of a block.</summary>
    public const int Width = 32;

    private const int Lanes = 16, Rows = 8;

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
    /// <param name="columns">Columns of B and of C, a multiple of <see cref="Width"/>.</param>
    /// <param name="add">Whether the product is added to C.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute(float* a, int row, int column, float* b, int bStride, float* c, int cStride, int rows, int depth, int columns, bool add)
    {
        for (var panel = 0; panel < columns; panel += Width)
        {
            var i = 0;
            for (; i + Rows <= rows; i += Rows)
            {
                byte* from = (byte*)(a + (long)i * row);
                float* terms = b + panel, to = c + panel + (long)i * cStride;
                nint down = row * sizeof(float), along = column * sizeof(float);
                if (Vector512.IsHardwareAccelerated)
                    EightRows(from, down, along, terms, bStride, to, cStride, depth, add);
                else
                    Quarters(from, down, along, terms, bStride, to, cStride, depth, add);
            }
            for (; i < rows; i++)
                OneRow(a + (long)i * row, column, b + panel, bStride, c + panel + (long)i * cStride, depth, add);
        }
    }

    // With half the registers, each half as long, a block is done in four parts, each half as high and half as wide.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarters(byte* a, nint row, nint column, float* b, nint bStride, float* c, nint cStride, int depth, bool add)
    {
        for (var half = 0; half < Width; half += Lanes)
        {
            FourRows(a, row, column, b + half, bStride, c + half, cStride, depth, add);
            FourRows(a + 4 * row, row, column, b + half, bStride, c + half + 4 * cStride, cStride, depth, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(byte* a, nint row, nint column, float* b, nint bStride, float* c, nint cStride, int depth, bool add)
    {
        const int half = Lanes / 2;
        Vector256<float> l0, l1, l2, l3, h0, h1, h2, h3;
        l0 = l1 = l2 = l3 = h0 = h1 = h2 = h3 = Vector256<float>.Zero;
        var row3 = 3 * row;
        for (var k = depth; k > 0; k--)
        {
            var low = Vector256.Load(b);
            var high = Vector256.Load(b + half);
            var f = Vector256.Create(*(float*)a);
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(a + row));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(a + 2 * row));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(a + row3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            a += column;
            b += bStride;
        }
        Put(c, l0, h0, add);
        Put(c + cStride, l1, h1, add);
        Put(c + 2 * cStride, l2, h2, add);
        Put(c + 3 * cStride, l3, h3, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightRows(byte* a, nint row, nint column, float* b, nint bStride, float* c, nint cStride, int depth, bool add)
    {
        Vector512<float> l0, l1, l2, l3, l4, l5, l6, l7, h0, h1, h2, h3, h4, h5, h6, h7;
        l0 = l1 = l2 = l3 = l4 = l5 = l6 = l7 = h0 = h1 = h2 = h3 = h4 = h5 = h6 = h7 = Vector512<float>.Zero;
        var a4 = a + 4 * row;
        var row3 = 3 * row;
        for (var k = depth; k > 0; k--)
        {
            var low = Vector512.Load(b);
            var high = Vector512.Load(b + Lanes);
            var f = Vector512.Create(*(float*)a);
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(a + row));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(a + 2 * row));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(a + row3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)a4);
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(a4 + row));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(a4 + 2 * row));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(a4 + row3));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow(float* a, nint column, float* b, nint bStride, float* c, int depth, bool add)
    {
        Vector512<float> low = Vector512<float>.Zero, high = Vector512<float>.Zero;
        for (var k = 0; k < depth; k++, a += column, b += bStride)
        {
            var f = Vector512.Create(*a);
            low = Vector512.FusedMultiplyAdd(f, Vector512.Load(b), low);
            high = Vector512.FusedMultiplyAdd(f, Vector512.Load(b + Lanes), high);
        }
        Put(c, low, high, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, Vector512<float> low, Vector512<float> high, bool add)
    {
        if (add)
        {
            low += Vector512.Load(c);
            high += Vector512.Load(c + Lanes);
        }
        low.Store(c);
        high.Store(c + Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, Vector256<float> low, Vector256<float> high, bool add)
    {
        if (add)
        {
            low += Vector256.Load(c);
            high += Vector256.Load(c + Lanes / 2);
        }
        low.Store(c);
        high.Store(c + Lanes / 2);
    }
}
