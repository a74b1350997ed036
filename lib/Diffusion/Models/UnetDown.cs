using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>One level down: two blocks of convolutions, then the larger of each 2×2 pixels.</summary>
public sealed class UnetDown : nn.Module<Tensor, Tensor>
{
    private readonly Sequential model;

    /// <summary>Makes the level.</summary>
    /// <param name="inChannels">Channels of the input.</param>
    /// <param name="outChannels">Channels of the output.</param>
    public UnetDown(int inChannels, int outChannels) : base(nameof(UnetDown))
    {
        model = nn.Sequential(new ResidualConvBlock(inChannels, outChannels), new ResidualConvBlock(outChannels, outChannels),
            nn.MaxPool2d(2));
        RegisterComponents();
    }

    /// <summary>The level's output, [B, outChannels, H/2, W/2].</summary>
    /// <param name="x">Shape [B, inChannels, H, W].</param>
    public override Tensor forward(Tensor x) => model.call(x);
}
