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
            {
                double bound = 1 / Math.Sqrt(linear.in_features);
                linear.weight!.uniform_(-bound, bound, generator);
                linear.bias?.uniform_(-bound, bound, generator);
            }
            else if (part is Embedding embedding)
            {
                embedding.weight!.normal_(0, 1, generator);
            }
        }
    }
}
