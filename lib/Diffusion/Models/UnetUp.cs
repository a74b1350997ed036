using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>One level up: a transposed convolution makes 2×2 pixels of one, then two blocks of convolutions.</summary>
public sealed class UnetUp : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Sequential model;

    /// <summary>Makes the level.</summary>
    /// <param name="inChannels">Channels of the input and of what comes over from the way down, together.</param>
    /// <param name="outChannels">Channels of the output.</param>
    public UnetUp(int inChannels, int outChannels) : base(nameof(UnetUp))
    {
        model = nn.Sequential(nn.ConvTranspose2d(inChannels, outChannels, 2, 2),
            new ResidualConvBlock(outChannels, outChannels), new ResidualConvBlock(outChannels, outChannels));
        RegisterComponents();
    }

    /// <summary>The level's output, [B, outChannels, 2H, 2W].</summary>
    /// <param name="x">From the level below, shape [B, c, H, W].</param>
    /// <param name="skip">From the same level of the way down, shape [B, inChannels − c, H, W].</param>
    public override Tensor forward(Tensor x, Tensor skip) => model.call(cat([x, skip], 1));
}
