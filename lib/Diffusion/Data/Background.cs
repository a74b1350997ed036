using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>What pictures lie on: the most frequent colour of the pixels at their edges.</summary>
internal static class Background
{
    private const int Most = 1000; // pictures looked at, spread evenly over the set: sets are often sorted by class

    /// <summary>One byte a channel.</summary>
    /// <param name="pixels">uint8 [N, C, H, W].</param>
    public static byte[] Of(Tensor pixels)
    {
        using var scope = NewDisposeScope();
        var (channels, height, width) = ((int)pixels.shape[1], (int)pixels.shape[2], (int)pixels.shape[3]);
        var (all, few) = (pixels.shape[0], Math.Min(Most, pixels.shape[0]));
        var some = pixels.index_select(0,
            tensor(Enumerable.Range(0, (int)few).Select(i => i * all / few).ToArray(), device: pixels.device)).cpu().contiguous().bytes;
        var (counts, plane) = (new Dictionary<int, int>(), height * width);
        for (var from = 0; from < some.Length; from += channels * plane)
        {
            for (var i = 0; i < plane; i++)
            {
                var (y, x) = (i / width, i % width);
                if (y > 0 && y < height - 1 && x > 0 && x < width - 1) continue;
                var color = 0;
                for (var c = 0; c < channels; c++)
                    color = (color << 8) | some[from + (c * plane) + i];
                counts[color] = counts.GetValueOrDefault(color) + 1;
            }
        }
        var (most, _) = counts.MaxBy(entry => entry.Value);
        return [.. Enumerable.Range(0, channels).Select(c => (byte)(most >> (8 * (channels - 1 - c))))];
    }
}
