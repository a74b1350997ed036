using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>Lets every pixel of feature maps look at every other: normalised attention by four heads, then a small layer on each pixel.</summary>
public sealed class SelfAttention : nn.Module<Tensor, Tensor>
{
    internal const int Heads = 4;

    // The fields' names are the keys of the state dictionary, which published weights fix.
    private readonly MultiHeadAttention mha;
    private readonly LayerNorm ln;
    private readonly Sequential ff_self;
    private readonly Precision precision;

    internal SelfAttention(int channels, Precision precision) : base(nameof(SelfAttention))
    {
        this.precision = precision;
        mha = new MultiHeadAttention(channels, Heads, precision);
        ln = nn.LayerNorm(channels);
        ff_self = nn.Sequential(nn.LayerNorm(channels), nn.Linear(channels, channels), nn.GELU(), nn.Linear(channels, channels));
        RegisterComponents();
    }

    /// <summary>The maps with what the pixels found, [B, C, H, W].</summary>
    /// <param name="x">Shape [B, C, H, W].</param>
    public override Tensor forward(Tensor x)
    {
        var y = x.flatten(2).transpose(1, 2).contiguous();                                              // [B, HW, C]
        y = mha.call(ln.call(y)) + y;
        y = FeedForward(ff_self[0].call(y)) + y;
        return y.transpose(1, 2).reshape(x.shape);
    }

    private Tensor FeedForward(Tensor y)
    {
        var (first, second) = ((Linear)ff_self[1], (Linear)ff_self[3]);
        return precision.Multiply(ff_self[2].call(precision.Multiply(y, first.weight!, first.bias)), second.weight!, second.bias);
    }
}
