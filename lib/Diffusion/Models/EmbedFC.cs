using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>Makes a vector for each channel out of a few numbers, the time or the context: two linear layers with GELU between.</summary>
public sealed class EmbedFC : nn.Module<Tensor, Tensor>
{
    private readonly Sequential model;
    private readonly long inputs;

    /// <summary>Makes the embedding.</summary>
    /// <param name="inputs">The numbers that come in.</param>
    /// <param name="outputs">The numbers that go out, one for each channel.</param>
    public EmbedFC(int inputs, int outputs) : base(nameof(EmbedFC))
    {
        this.inputs = inputs;
        model = nn.Sequential(nn.Linear(inputs, outputs), nn.GELU(), nn.Linear(outputs, outputs));
        RegisterComponents();
    }

    /// <summary>The embedding, [B, outputs, 1, 1], to be multiplied with or added to feature maps.</summary>
    /// <param name="x">Shape [B, inputs], or any that has as many numbers.</param>
    public override Tensor forward(Tensor x) => model.call(x.reshape(-1, inputs)).unsqueeze(-1).unsqueeze(-1);
}
