using static TorchSharp.torch;

namespace Diffusion;

/// <summary>Checks of shapes that say what was met and what was needed.</summary>
internal static class Shapes
{
    public static string Text(Tensor x) => $"[{string.Join(", ", x.shape)}]";

    // Broadcasting would turn a [B, 2] and a [B, 1] into something that runs and is wrong.
    public static void RequireSame(Tensor x, Tensor y)
    {
        if (!x.shape.AsSpan().SequenceEqual(y.shape))
            throw new ArgumentException($"Both tensors must have one shape; they have {Text(x)} and {Text(y)}.");
    }
}
