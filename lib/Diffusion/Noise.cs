using static TorchSharp.torch;

namespace Diffusion;

/// <summary>Standard normal noise.</summary>
public static class Noise
{
    /// <summary>Draws noise of another tensor's shape, type and device.</summary>
    /// <param name="x">What the noise is for.</param>
    /// <param name="generator">Where the noise comes from; on the device of x.</param>
    public static Tensor Like(Tensor x, Generator generator) =>
        randn(x.shape, dtype: x.dtype, device: x.device, generator: generator);

    /// <summary>Noise on the great circle from one noise to another (Shoemake 1985): as strong as they are all the way, where a straight
    /// line would pass through weaker noise.</summary>
    /// <param name="from">Where w = 0 is, standard normal noise, shape [B, …]; each of the B turns on its own.</param>
    /// <param name="to">Where w = 1 is, the shape of the first.</param>
    /// <param name="weight">w, in 0..1.</param>
    /// <exception cref="ArgumentException">The shapes differ, or w lies outside 0..1.</exception>
    public static Tensor Slerp(Tensor from, Tensor to, double weight)
    {
        Shapes.RequireSame(from, to);
        if (weight is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "Between two noises the weight lies in 0 to 1.");
        using var scope = NewDisposeScope();
        var (a, b) = (from.reshape(from.shape[0], -1).to(ScalarType.Float64), to.reshape(to.shape[0], -1).to(ScalarType.Float64));
        var cosine = (a * b).sum(1, keepdim: true) / (a.square().sum(1, keepdim: true) * b.square().sum(1, keepdim: true)).sqrt();
        // Where both point the same way, or opposite ways, any arc will do: the clamp keeps 0/0 away.
        var angle = cosine.clamp(-1, 1).acos().clamp(1e-6, Math.PI - 1e-6);                                // [B, 1]
        var mixed = ((a * ((1 - weight) * angle).sin()) + (b * (weight * angle).sin())) / angle.sin();
        return mixed.view(from.shape).to(from.dtype).MoveToOuterDisposeScope();
    }
}
