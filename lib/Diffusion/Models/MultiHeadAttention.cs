using Diffusion.Acceleration;
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

    /// <summary>What each place finds in all, [B, L, C].</summary>
    /// <param name="x">[B, L, C].</param>
    public override Tensor forward(Tensor x)
    {
        var qkv = precision.Multiply(x, in_proj_weight, in_proj_bias);
        return precision.Multiply(Accelerators.Attend(qkv, heads) ?? Attend(qkv), out_proj.weight!, out_proj.bias);
    }

    /// <summary>Draws the weights as PyTorch does (Glorot and Bengio 2010); biases are zero.</summary>
    public void Reset(Generator? generator)
    {
        using var _ = no_grad();
        var bound = Math.Sqrt(6.0 / (in_proj_weight.shape[0] + in_proj_weight.shape[1]));
        in_proj_weight.uniform_(-bound, bound, generator);
        out_proj.bias!.zero_();
    }

    private Tensor Attend(Tensor qkv)
    {
        long batch = qkv.shape[0], places = qkv.shape[1], channels = qkv.shape[2] / 3;
        var parts = qkv.view(batch, places, 3, heads, channels / heads).permute(2, 0, 3, 1, 4);        // [3, B, heads, L, d]
        return nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2])
            .transpose(1, 2).reshape(batch, places, channels);
    }
}
