using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>The attention kernel as an operation with a gradient.</summary>
/// <remarks>What is thrown in <see cref="backward"/> would have to pass the tensor engine's own frames, which ends the process: so
/// everything that can be wrong is found in <see cref="forward"/>.</remarks>
internal sealed class AttentionFunction : autograd.SingleTensorFunction<AttentionFunction>
{
    public override string Name => nameof(AttentionFunction);

    /// <summary>What each place finds, [B, L, C].</summary>
    /// <param name="qkv">Queries, keys and values, [B, L, 3C].</param>
    /// <param name="heads">Parts of the channels.</param>
    public static Tensor Attend(Tensor qkv, int heads)
    {
        if (is_grad_enabled() && qkv.requires_grad) return apply(qkv, heads);
        var (found, logSums) = AttentionKernel.Forward(qkv, heads);
        logSums.Dispose();
        return found;
    }

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var qkv = (Tensor)vars[0];
        var (found, logSums) = AttentionKernel.Forward(qkv, (int)vars[1]);
        ctx.save_for_backward([qkv, found, logSums]);
        return found;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var saved = ctx.get_saved_variables();
        var gradient = AttentionKernel.Backward(saved[0], saved[1], saved[2], grad_output);
        foreach (var tensor in saved) tensor.Dispose();
        return [gradient, null!];                                  // the number of heads has none
    }
}
