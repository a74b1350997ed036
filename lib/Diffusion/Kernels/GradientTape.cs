using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>Takes autograd through a network piece by piece, with kernels of its own between the pieces.</summary>
/// <remarks>The tensor engine lets no one add an operation with a gradient to its graph. So the graph is cut wherever a kernel stands:
/// what comes in from before a cut is a leaf to what follows. The pieces are gone through backward, the last cut first, each with the gradient that its
/// leaf has gathered by then. No piece may use a tensor from before its own cuts but by such a leaf.</remarks>
internal sealed class GradientTape
{
    private readonly Stack<(Tensor Source, Func<Tensor> Gradient)> cuts = new();

    /// <summary>Begins a new piece with a tensor.</summary>
    public Tensor Cut(Tensor source)
    {
        if (!source.requires_grad) return source;
        var leaf = source.detach().requires_grad_();
        cuts.Push((source, () => leaf.grad!));
        return leaf;
    }

    /// <summary>Self-attention by the kernel, [B, L, 3C] → [B, L, C].</summary>
    public Tensor Attend(Tensor qkv, int heads)
    {
        var (found, logSums) = AttentionKernel.Forward(qkv, heads);
        if (!qkv.requires_grad) return found;                      // all before it is frozen
        var leaf = found.requires_grad_();
        cuts.Push((qkv, () => AttentionKernel.Backward(qkv, found, logSums, leaf.grad!)));
        return leaf;
    }

    /// <summary>Computes all gradients.</summary>
    public void Backward(Tensor loss)
    {
        loss.backward();
        while (cuts.TryPop(out var cut))
        {
            using var gradient = cut.Gradient();
            cut.Source.backward([gradient]);
        }
    }
}
