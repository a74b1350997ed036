using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>How clean data are made noisy for training: x_t = √ᾱ_t x₀ and a multiple of ε.</summary>
/// <param name="Name">What a saved training calls it.</param>
/// <param name="Scale">What ε is multiplied by, of √(1 − ᾱ_t), shape [T + 1].</param>
public sealed record Perturbation(string Name, Func<Tensor, Tensor> Scale)
{
    /// <summary>x_t = √ᾱ_t x₀ + √(1 − ᾱ_t) ε (Ho et al. 2020, eq. 4).</summary>
    public static Perturbation ForwardProcess { get; } = new(nameof(ForwardProcess), scale => scale);

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}
