using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>One level up: twice the size by linear interpolation, two double convolutions, and the time's code added to every pixel.</summary>
public sealed class AttentionUp : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    // The fields' names are the keys of the state dictionary, which published weights fix.
    private readonly Upsample up;
    private readonly Sequential conv, emb_layer;

    internal AttentionUp(int inChannels, int outChannels, int timeSize, Precision precision) : base(nameof(AttentionUp))
    {
        up = nn.Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bilinear, align_corners: true);
        conv = nn.Sequential(new DoubleConv(inChannels, inChannels, precision, residual: true),
            new DoubleConv(inChannels, outChannels, precision, between: inChannels / 2));
        emb_layer = nn.Sequential(nn.SiLU(), nn.Linear(timeSize, outChannels));
        RegisterComponents();
    }

    /// <summary>The level's output, [B, outChannels, 2H, 2W].</summary>
    /// <param name="x">From the level below, shape [B, c, H, W].</param>
    /// <param name="skip">From the same level of the way down, shape [B, inChannels − c, 2H, 2W].</param>
    /// <param name="code">The code of time and class, shape [B or 1, timeSize].</param>
    public override Tensor forward(Tensor x, Tensor skip, Tensor code) =>
        conv.call(cat([skip, up.call(x)], 1)) + emb_layer.call(code).unsqueeze(-1).unsqueeze(-1);
}
