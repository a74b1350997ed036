namespace Diffusion.Storage;

/// <summary>Scales pictures: each pixel becomes the mean of the area that it covers, in whole numbers, so the same on every machine.</summary>
/// <remarks>Enlarged a whole number of times, each pixel becomes a square of pixels.</remarks>
internal static class AreaScaling
{
    /// <summary>The largest square in the middle, scaled.</summary>
    /// <param name="planes">Red, green and blue, one plane after the other.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="size">Height and width of the result.</param>
    public static byte[] MiddleSquare(byte[] planes, int width, int height, int size)
    {
        var side = Math.Min(width, height);
        var (left, top) = ((width - side) / 2, (height - side) / 2);
        if (side == size && width == height) return planes;
        var scaled = new byte[3 * size * size];
        for (var c = 0; c < 3; c++)
            Scale(planes.AsSpan(c * width * height), width, left, top, side, scaled.AsSpan(c * size * size, size * size), size);
        return scaled;
    }

    // Measured in units of which a source pixel is `size` wide and a target pixel `side`, all edges are whole numbers.
    private static void Scale(ReadOnlySpan<byte> plane, int stride, int left, int top, int side, Span<byte> target, int size)
    {
        var (row, sums) = (new long[size], new long[size * size]);
        for (var y = 0; y < side; y++)
        {
            Array.Clear(row);
            var source = plane.Slice(((top + y) * stride) + left, side);
            for (var x = 0; x < side; x++)
            {
                for (var at = x * (long)size; at < (x + 1L) * size;)
                {
                    var (i, end) = Next(at, x, side, size);
                    row[i] += source[x] * (end - at);
                    at = end;
                }
            }
            for (var at = y * (long)size; at < (y + 1L) * size;)
            {
                var (i, end) = Next(at, y, side, size);
                for (var x = 0; x < size; x++)
                    sums[(i * size) + x] += row[x] * (end - at);
                at = end;
            }
        }
        var area = (long)side * side;
        for (var i = 0; i < target.Length; i++)
            target[i] = (byte)((sums[i] + (area / 2)) / area);
    }

    /// <summary>The target pixel at a place, and where it or the source pixel ends.</summary>
    private static (int Target, long End) Next(long at, int source, int side, int size)
    {
        var target = (int)(at / side);
        return (target, Math.Min((target + 1L) * side, (source + 1L) * size));
    }
}
