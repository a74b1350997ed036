namespace Diffusion.Storage;

/// <summary>Copies a strided view into C order.</summary>
internal static class Strided
{
    /// <summary>Copies elements of <paramref name="size"/> bytes; offset and strides count elements and stay inside the source.</summary>
    public static byte[] Gather(ReadOnlySpan<byte> source, int size, long offset, IReadOnlyList<long> shape, IReadOnlyList<long> strides)
    {
        var count = shape.Aggregate(1L, (product, n) => product * n);
        var target = new byte[count * size];
        var index = new long[shape.Count];
        var from = offset;
        for (long i = 0; i < count; i++)
        {
            source.Slice((int)(from * size), size).CopyTo(target.AsSpan((int)(i * size)));
            for (var d = shape.Count - 1; d >= 0; d--) // odometer: last index turns fastest
            {
                from += strides[d];
                if (++index[d] < shape[d])
                    break;
                from -= strides[d] * shape[d];
                index[d] = 0;
            }
        }
        return target;
    }

    /// <summary>True if the strides are those of C order.</summary>
    public static bool IsContiguous(IReadOnlyList<long> shape, IReadOnlyList<long> strides)
    {
        long expected = 1;
        for (var d = shape.Count - 1; d >= 0; d--)
        {
            if (shape[d] != 1 && strides[d] != expected)
                return false;
            expected *= shape[d];
        }
        return true;
    }
}
