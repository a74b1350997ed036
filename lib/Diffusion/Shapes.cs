using static TorchSharp.torch;

namespace Diffusion;

/// <summary>Checks of tensors that come from outside, which say what was met and what was needed.</summary>
internal static class Shapes
{
    public static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";

    // Broadcasting would turn a [B, 2] and a [B, 1] into something that runs and is wrong.
    public static void RequireSame(Tensor x, Tensor y)
    {
        if (!x.shape.AsSpan().SequenceEqual(y.shape))
            throw new ArgumentException($"Both tensors must have one shape; they have {Text(x.shape)} and {Text(y.shape)}.");
    }

    public static void RequireLike(Tensor xt, long[] each)
    {
        if (xt.dim() < 1 || !xt.shape.AsSpan(1).SequenceEqual(each))
            throw new ArgumentException($"x_t has shape {Text(xt.shape)}; the data need [B{string.Concat(each.Select(n => $", {n}"))}].", nameof(xt));
    }

    public static void RequireData(Tensor data)
    {
        if (data.dim() < 2 || data.numel() == 0)
            throw new ArgumentException($"Data need one row for each point and at least one point; the shape is {Text(data.shape)}.", nameof(data));
        if (!data.is_floating_point())
            throw new ArgumentException($"Data must be floating-point numbers, not {data.dtype}; convert them with .to(ScalarType.Float32).", nameof(data));
        using var scope = NewDisposeScope();
        var finite = data.isfinite().reshape(data.shape[0], -1).all(1);
        if (finite.all().item<bool>()) return;
        long bad = finite.logical_not().to(ScalarType.Int64).argmax().item<long>();
        throw new ArgumentException($"Row {bad} of the data holds NaN or infinity (rows count from 0); leave such rows out.", nameof(data));
    }
}
