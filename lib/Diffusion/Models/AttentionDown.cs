using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>One level down: the larger of each 2×2 pixels, two double convolutions, and the time's code added to every pixel.</summary>
public sealed class AttentionDown : nn.Module<Tensor, Tensor, Tensor>
{
    // The fields' names are the keys of the state dictionary, which published weights fix.
    private readonly Sequential maxpool_conv, emb_layer;

    internal AttentionDown(int inChannels, int outChannels, int timeSize, Precision precision) : base(nameof(AttentionDown))
    {
        maxpool_conv = nn.Sequential(nn.MaxPool2d(2), new DoubleConv(inChannels, inChannels, precision, residual: true),
            new DoubleConv(inChannels, outChannels, precision));
        emb_layer = nn.Sequential(nn.SiLU(), nn.Linear(timeSize, outChannels));
        RegisterComponents();
    }

    /// <summary>The level's output, [B, outChannels, H/2, W/2].</summary>
    /// <param name="x">Shape [B, inChannels, H, W].</param>
    /// <param name="code">The code of time and class, shape [B or 1, timeSize].</param>
    public override Tensor forward(Tensor x, Tensor code) => maxpool_conv.call(x) + emb_layer.call(code).unsqueeze(-1).unsqueeze(-1);
}
