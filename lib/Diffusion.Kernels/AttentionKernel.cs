using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>softmax(Q Kᵀ/√d) V of each head on the processor's vectors, and its gradient.</summary>
/// <remarks>
/// At full size a picture's scores are a thousand times a thousand: written to memory, they are most of a network's time. Here four
/// queries at a time meet all keys and their scores never leave the cache; backward they are computed again from the logarithm
/// of their sum (Dao et al. 2022, algorithm 4, with whole rows for blocks). Keys and values lie transposed, so that 16 places are a vector.
/// </remarks>
internal static unsafe class AttentionKernel
{
    /// <summary>Whether this processor and these tensors suit.</summary>
    public static bool Suits(Tensor qkv) => ProcessorVectors.IsSupported && qkv.shape[1] % AttentionShape.Lanes == 0 && FloatData.IsPlain(qkv);

    /// <summary>What each place finds, [B, L, C], and the logarithms of the sums, [B, heads, L].</summary>
    /// <param name="qkv">Queries, keys and values, [B, L, 3C].</param>
    /// <param name="heads">Parts of the channels.</param>
    public static (Tensor Found, Tensor LogSums) Forward(Tensor qkv, int heads)
    {
        using var _ = no_grad();
        var shape = AttentionShape.Of(qkv, heads);
        var (found, logSums) = (empty(shape.Images, shape.Places, shape.Channels), empty(shape.Images, heads, shape.Places));
        nint z = Address(qkv), o = Address(found), l = Address(logSums);
        var scratch = (2L * shape.Depth + AttentionShape.Rows) * shape.Places + AttentionShape.Rows * shape.Depth;
        using var workers = new KernelWorkers(get_num_threads(), scratch, 0);
        workers.Each(shape.Images * heads, 1, (part, _, worker) =>
        {
            var head = new AttentionHead(shape, part, (float*)z);
            var mine = (float*)l + (long)part * shape.Places;
            if (ProcessorVectors.AreLong) AttentionPass<Lanes512>.Forward(head, (float*)o, mine, worker.Scratch.Pointer);
            else AttentionPass<Lanes256>.Forward(head, (float*)o, mine, worker.Scratch.Pointer);
        });
        GC.KeepAlive(qkv);
        return (found, logSums);
    }

    /// <summary>The gradient of queries, keys and values, [B, L, 3C].</summary>
    /// <param name="qkv">Queries, keys and values, [B, L, 3C].</param>
    /// <param name="found">What <see cref="Forward"/> gave.</param>
    /// <param name="logSums">What it gave besides.</param>
    /// <param name="dFound">The gradient of what was found, [B, L, C].</param>
    public static Tensor Backward(Tensor qkv, Tensor found, Tensor logSums, Tensor dFound)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var shape = AttentionShape.Of(qkv, (int)logSums.shape[1]);
        var (dense, gradient) = (dFound.contiguous(), empty_like(qkv));
        nint z = Address(qkv), o = Address(found), l = Address(logSums), d = Address(dense), g = Address(gradient);
        var scratch = (4L * shape.Depth + 2 * AttentionShape.Rows) * shape.Places + 3 * AttentionShape.Rows * shape.Depth;
        using var workers = new KernelWorkers(get_num_threads(), scratch, 0);
        workers.Each(shape.Images * shape.Heads, 1, (part, _, worker) =>
        {
            var head = new AttentionHead(shape, part, (float*)z);
            var mine = (float*)l + (long)part * shape.Places;
            if (ProcessorVectors.AreLong) AttentionPass<Lanes512>.Backward(head, (float*)o, mine, (float*)d, (float*)g, worker.Scratch.Pointer);
            else AttentionPass<Lanes256>.Backward(head, (float*)o, mine, (float*)d, (float*)g, worker.Scratch.Pointer);
        });
        GC.KeepAlive((qkv, found, logSums, dense));
        return gradient.MoveToOuterDisposeScope();
    }

    // Good as long as the tensor lives.
    private static nint Address(Tensor tensor)
    {
        fixed (float* start = FloatData.Of(tensor)) return (nint)start;
    }
}
