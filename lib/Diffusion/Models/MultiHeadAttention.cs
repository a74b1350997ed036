using Diffusion.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>Self-attention by several heads, each on its part of the channels (Vaswani et al. 2017), with PyTorch's names for its weights.</summary>
/// <remarks>Queries, keys and values come from one matrix product.</remarks>
internal sealed class MultiHeadAttention : nn.Module<Tensor, Tensor>
{
    // The fields' names are the keys of the state dictionary, which published weights fix.
    private readonly Parameter in_proj_weight, in_proj_bias;
    private readonly Linear out_proj;
    private readonly Precision precision;
    private readonly int heads;

    public MultiHeadAttention(int channels, int heads, Precision precision) : base(nameof(MultiHeadAttention))
    {
        (this.heads, this.precision) = (heads, precision);
        in_proj_weight = new Parameter(empty(3 * channels, channels));
        in_proj_bias = new Parameter(zeros(3 * channels));
        out_proj = nn.Linear(channels, channels);
        RegisterComponents();
        Reset(null);
    }

    public override Tensor forward(Tensor x) => Attend(x, tape: null, kernels: false);

    /// <summary>Draws the weights as PyTorch does (Glorot and Bengio 2010); summands are zero.</summary>
    public void Reset(Generator? generator)
    {
        using var _ = no_grad();
        double bound = Math.Sqrt(6.0 / (in_proj_weight.shape[0] + in_proj_weight.shape[1]));
        in_proj_weight.uniform_(-bound, bound, generator);
        out_proj.bias!.zero_();
    }

    /// <summary>What each place finds in all, [B, L, C].</summary>
    /// <param name="x">[B, L, C].</param>
    /// <param name="tape">Takes the kernel's gradient, where gradients are wanted of a kernel.</param>
    /// <param name="kernels">Whether a kernel may do the work where it suits.</param>
    public Tensor Attend(Tensor x, GradientTape? tape, bool kernels)
    {
        var qkv = precision.Multiply(x, in_proj_weight, in_proj_bias);
        var found = !kernels || !AttentionKernel.Suits(qkv) ? Plain(qkv)
            : tape is not null ? tape.Attend(qkv, heads)
            : AttentionKernel.Forward(qkv, heads).Found;
        return precision.Multiply(found, out_proj.weight!, out_proj.bias);
    }

    private Tensor Plain(Tensor qkv)
    {
        long batch = qkv.shape[0], places = qkv.shape[1], channels = qkv.shape[2] / 3;
        var parts = qkv.view(batch, places, 3, heads, channels / heads).permute(2, 0, 3, 1, 4);        // [3, B, heads, L, d]
        return nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2])
            .transpose(1, 2).reshape(batch, places, channels);
    }
}
