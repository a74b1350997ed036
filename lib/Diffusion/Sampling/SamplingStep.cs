using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>One jump of a sampler, done: from step t to step s.</summary>
public sealed class SamplingStep
{
    internal SamplingStep(int number, int count, int t, int s, Tensor x) =>
        (Number, Count, T, S, X) = (number, count, t, s, x);

    /// <summary>Which jump it was, from 1.</summary>
    public int Number { get; }

    /// <summary>How many jumps there are.</summary>
    public int Count { get; }

    /// <summary>t, the step that the jump began at.</summary>
    public int T { get; }

    /// <summary>s, the step that the jump ended at; 0 is clean data.</summary>
    public int S { get; }

    /// <summary>x_s, a tensor of its own: whoever takes the step may keep it, and disposes it.</summary>
    public Tensor X { get; }
}
