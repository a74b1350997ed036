using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>Sizes of elements and arrays, checked before anything is allocated by them.</summary>
internal static class Elements
{
    private const int MaxRank = 64; // NumPy's limit, and libtorch's for most operators

    /// <summary>Bytes of one element; 0 for a type that none of our formats stores.</summary>
    public static int Size(ScalarType dtype) => dtype switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 => 8,
        _ => 0,
    };

    /// <summary>Bytes of an array, or null where a size is negative, or the shape or the product is too large.</summary>
    public static long? Bytes(ScalarType dtype, IReadOnlyList<long> shape, long? limit = null)
    {
        if (shape.Count > MaxRank || shape.Any(size => size < 0))
            return null;
        if (shape.Contains(0))
            return 0;
        long bytes = Size(dtype);
        foreach (var size in shape)
        {
            if (size > (limit ?? Array.MaxLength) / bytes)
                return null;
            bytes *= size;
        }
        return bytes;
    }

    public static string Describe(IReadOnlyList<long> shape) => $"[{string.Join(", ", shape)}]";
}
