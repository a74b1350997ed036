namespace Pictures;

/// <summary>
/// The compression of GIF: Lempel–Ziv–Welch with codes that grow from a few bits to twelve (Welch 1984).
/// </summary>
internal static class Lzw
{
    private const int MostCodes = 4096;

    /// <summary>Packs indices into a stream of codes.</summary>
    /// <param name="indices">Indices of <paramref name="bits"/> bits each.</param>
    /// <param name="bits">From 2 to 8.</param>
    public static byte[] Pack(ReadOnlySpan<byte> indices, int bits)
    {
        int clear = 1 << bits, end = clear + 1, next = end + 1, size = bits + 1;
        var writer = new BitWriter();
        var known = new Dictionary<int, int>(MostCodes); // (prefix, index) → code
        writer.Write(clear, size);
        int prefix = indices[0];
        foreach (var index in indices[1..])
        {
            var pair = (prefix << 8) | index;
            if (known.TryGetValue(pair, out var code))
            {
                prefix = code;
                continue;
            }

            writer.Write(prefix, size);
            prefix = index;
            if (next < MostCodes)
            {
                known[pair] = next++;
                // The reader learns a code one step later, so the size grows one code later than the table.
                if (next > 1 << size && size < 12)
                    size++;
            }
            else
            {
                writer.Write(clear, size);
                known.Clear();
                (next, size) = (end + 1, bits + 1);
            }
        }

        writer.Write(prefix, size);
        // The reader adds one more code on reading that prefix and may widen its codes.
        if (next == 1 << size && size < 12)
            size++;
        writer.Write(end, size);
        return writer.ToArray();
    }

    private sealed class BitWriter
    {
        private readonly List<byte> _bytes = [];
        private int _held;
        private int _count;

        public void Write(int code, int size)
        {
            _held |= code << _count;
            for (_count += size; _count >= 8; _count -= 8)
            {
                _bytes.Add((byte)_held);
                _held >>= 8;
            }
        }

        public byte[] ToArray() => _count > 0 ? [.. _bytes, (byte)_held] : [.. _bytes];
    }
}
