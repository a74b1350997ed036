using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>Two 3×3 convolutions, each normalised over all channels, GELU between them; with a way around them where asked for.</summary>
public sealed class DoubleConv : nn.Module<Tensor, Tensor>
{
    // The field's name is the key of the state dictionary, which published weights fix.
    private readonly Sequential double_conv;
    private readonly Precision precision;
    private readonly bool residual;

    internal DoubleConv(int inChannels, int outChannels, Precision precision, int? between = null, bool residual = false) : base(nameof(DoubleConv))
    {
        (this.precision, this.residual) = (precision, residual);
        var middle = between ?? outChannels;
        double_conv = nn.Sequential(
            nn.Conv2d(inChannels, middle, 3, 1, 1, bias: false), nn.GroupNorm(1, middle), nn.GELU(),
            nn.Conv2d(middle, outChannels, 3, 1, 1, bias: false), nn.GroupNorm(1, outChannels));
        RegisterComponents();
    }

    /// <summary>The block's output, [B, outChannels, H, W].</summary>
    /// <param name="x">Shape [B, inChannels, H, W].</param>
    public override Tensor forward(Tensor x)
    {
        var y = double_conv[1].call(precision.Convolve((Conv2d)double_conv[0], x, 1));
        y = double_conv[4].call(precision.Convolve((Conv2d)double_conv[3], double_conv[2].call(y), 1));
        return residual ? nn.functional.gelu(x + y) : y;
    }
}
