using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>The gradients that weights carry, as memory.</summary>
internal static class Gradients
{
    /// <summary>A weight's gradient, made if it has none; good as long as the weight keeps it.</summary>
    public static Span<float> Of(Parameter weight)
    {
        using var scope = NewDisposeScope();
        weight.grad ??= zeros_like(weight);
        return FloatData.Of(weight.grad);
    }
}
