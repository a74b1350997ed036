using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>Random weights from a generator that the caller holds, drawn as PyTorch's layers draw theirs.</summary>
internal static class Initialisation
{
    public static void Draw(nn.Module module, Generator generator)
    {
        using var _ = no_grad();
        foreach (var part in module.modules())
        {
            if (part is Linear linear)
                Uniform(linear.weight!, linear.bias, generator);
            else if (part is Convolution convolution)
                Uniform(convolution.weight, convolution.bias, generator);
            else if (part is Embedding embedding)
                embedding.weight!.normal_(0, 1, generator);
        }
        foreach (var attention in module.modules().OfType<MultiHeadAttention>()) attention.Reset(generator);
    }

    /// <summary>Sets weights to one and biases to zero: some versions of TorchSharp leave them as the memory happened to be.</summary>
    public static void ResetGroupNorms(nn.Module module)
    {
        using var _ = no_grad();
        foreach (var norm in module.modules().OfType<GroupNorm>())
        {
            norm.weight.fill_(1);
            norm.bias?.zero_();
        }
    }

    // Within ±1/√n, where n counts the weights behind each entry of the first dimension: for a transposed convolution too.
    private static void Uniform(Tensor weight, Tensor? bias, Generator generator)
    {
        var bound = 1 / Math.Sqrt((double)weight.numel() / weight.shape[0]);
        weight.uniform_(-bound, bound, generator);
        bias?.uniform_(-bound, bound, generator);
    }
}
