using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>Keeps the first x at or below each of the wanted steps, and frees the others.</summary>
internal sealed class KeptFrames(IEnumerable<int>? keep)
{
    private readonly int[]? _wanted = keep?.Distinct().OrderDescending().ToArray();
    private readonly List<(int, Tensor)> _kept = [];
    private int _next;

    public IReadOnlyList<(int T, Tensor X)> Kept => _kept;

    public void Offer(int t, Tensor x)
    {
        if (_wanted is not null && (_next == _wanted.Length || t > _wanted[_next]))
        {
            x.Dispose();
            return;
        }
        _kept.Add((t, x));
        while (_next < _wanted?.Length && _wanted[_next] >= t) _next++;
    }
}
