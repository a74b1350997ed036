using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>Keeps the first x at or below each of the wanted steps, and frees the others.</summary>
internal sealed class KeptFrames(IEnumerable<int>? keep)
{
    private readonly int[]? wanted = keep?.Distinct().OrderDescending().ToArray();
    private readonly List<(int, Tensor)> kept = [];
    private int next;

    public IReadOnlyList<(int T, Tensor X)> Kept => kept;

    public void Offer(int t, Tensor x)
    {
        if (wanted is not null && (next == wanted.Length || t > wanted[next]))
        {
            x.Dispose();
            return;
        }
        kept.Add((t, x));
        while (next < wanted?.Length && wanted[next] >= t) next++;
    }
}
