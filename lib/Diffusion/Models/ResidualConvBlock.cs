using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>Two 3×3 convolutions, each followed by batch normalisation and GELU; with a way around them where asked for.</summary>
/// <remarks>
/// The course draws the way around, a 1×1 convolution where the number of channels changes, afresh at every call: it is never
/// trained and never saved, and no seed makes two outputs equal. Here it is a layer like the others, <c>shortcut</c>.
/// </remarks>
public sealed class ResidualConvBlock : nn.Module<Tensor, Tensor>
{
    private const double Scale = 1.414;                            // the course's √2: two terms of variance 1 make one again

    // The fields' names are the keys of the state dictionary, which published weights fix.
    private readonly Sequential conv1, conv2;
    private readonly Conv2d? shortcut;
    private readonly bool residual;
    private bool folded;

    /// <summary>Makes the block.</summary>
    /// <param name="inChannels">Channels of the input.</param>
    /// <param name="outChannels">Channels of the output.</param>
    /// <param name="residual">Whether the input is added to what the convolutions make of it.</param>
    public ResidualConvBlock(int inChannels, int outChannels, bool residual = false) : base(nameof(ResidualConvBlock))
    {
        this.residual = residual;
        conv1 = Convolution(inChannels, outChannels);
        conv2 = Convolution(outChannels, outChannels);
        if (residual && inChannels != outChannels) shortcut = nn.Conv2d(inChannels, outChannels, 1);
        RegisterComponents();
    }

    /// <summary>The block's output, [B, outChannels, H, W].</summary>
    /// <param name="x">Shape [B, inChannels, H, W].</param>
    public override Tensor forward(Tensor x)
    {
        var y = Run(conv2, Run(conv1, x));
        if (!residual) return y;
        return (shortcut is null ? x : shortcut.call(x)).add(y).div(Scale);
    }

    /// <summary>Puts what batch normalisation does in eval mode into the convolutions, and leaves it out from now on.</summary>
    /// <remarks>γ (Wx + b − μ)/√(σ² + ε) + β is a convolution too: by W γ/√(σ² + ε), with bias (b − μ) γ/√(σ² + ε) + β.</remarks>
    internal void FoldNorms()
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        foreach (var layers in new[] { conv1, conv2 })
        {
            var (conv, norm) = ((Conv2d)layers[0], (BatchNorm2d)layers[1]);
            var scale = norm.weight! / (norm.running_var! + norm.eps).sqrt();
            conv.weight.mul_(scale.view(-1, 1, 1, 1));
            conv.bias!.sub_(norm.running_mean!).mul_(scale).add_(norm.bias!);
        }
        folded = true;
    }

    private Tensor Run(Sequential layers, Tensor x) =>
        folded ? nn.functional.gelu(((Conv2d)layers[0]).call(x)) : layers.call(x);

    private static Sequential Convolution(int inChannels, int outChannels) => nn.Sequential(
        nn.Conv2d(inChannels, outChannels, 3, 1, 1), nn.BatchNorm2d(outChannels), nn.GELU());
}
