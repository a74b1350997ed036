using static TorchSharp.torch;

namespace Diffusion;

/// <summary>Checks of tensors that come from outside, which say what was met and what was needed.</summary>
internal static class Shapes
{
    public static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";

    /// <summary>[B, 1, …]: one number for each example, to be multiplied with x.</summary>
    public static long[] Column(Tensor x) => [x.shape[0], .. Enumerable.Repeat(1L, (int)x.dim() - 1)];

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
        if (data.dtype == ScalarType.Byte)
            throw new ArgumentException("Data must be floating-point numbers, not Byte. Of pictures ImageSet.Images() gives numbers from −1 to 1.", nameof(data));
        if (!data.is_floating_point())
            throw new ArgumentException($"Data must be floating-point numbers, not {data.dtype}; convert them with .to(ScalarType.Float32).", nameof(data));
        using var scope = NewDisposeScope();
        var finite = data.isfinite().reshape(data.shape[0], -1).all(1);
        if (finite.all().item<bool>()) return;
        var bad = finite.logical_not().to(ScalarType.Int64).argmax().item<long>();
        throw new ArgumentException($"Row {bad} of the data holds NaN or infinity (rows count from 0); leave such rows out.", nameof(data));
    }

    // In another type the networks' weights cannot be multiplied with it.
    public static void RequireFloat32(Tensor x, string what)
    {
        if (x.dtype != ScalarType.Float32)
            throw new ArgumentException($"{what} must be float32, not {x.dtype}; convert with .to(ScalarType.Float32).");
    }

    /// <summary>Pictures to learn from or to measure: float32 from −1 to 1. Data that a network drew may go beyond, but have dark pixels too.</summary>
    public static void RequirePictures(Tensor images, bool drawn = false)
    {
        ArgumentNullException.ThrowIfNull(images);
        const string call = "ImageSet.Images() gives that, and so does";
        if (images.dim() != 4 || images.numel() == 0)
            throw new ArgumentException($"Pictures must be float32 [N, C, H, W]; their shape is {Text(images.shape)}.", nameof(images));
        if (images.dtype == ScalarType.Byte)
            throw new ArgumentException($"Pictures must be float32 from −1 to 1; these are bytes. {call} .to(ScalarType.Float32) / 127.5f - 1.",
                nameof(images));
        if (!images.is_floating_point())
            throw new ArgumentException($"Pictures must be float32 from −1 to 1; these are {images.dtype}. Of numbers from 0 to 255, {call} .to(ScalarType.Float32) / 127.5f - 1.", nameof(images));
        RequireFloat32(images, "Pictures");
        RequireData(images);
        using var scope = NewDisposeScope();
        var (least, most) = (images.min().item<float>(), images.max().item<float>());
        const float slack = 1e-3f;
        if (drawn ? least >= 0 && most > 2 : least < -1 - slack || most > 1 + slack)
            throw new ArgumentException(FormattableString.Invariant($"Pictures must be float32 from −1 to 1; these reach from {least} to {most}. ")
                + (least >= 0 && most <= 255 ? $"Of numbers from 0 to 255, {call} x / 127.5f - 1."
                    : "Scale them, or clamp them with .clamp(-1, 1)."), nameof(images));
    }

    /// <summary>What to do where a network cannot take pictures of this shape.</summary>
    /// <param name="images">The pictures.</param>
    /// <param name="channels">The network's channels.</param>
    /// <param name="multiple">What must divide height and width.</param>
    /// <param name="height">The one height and width that it takes; null where it takes any.</param>
    public static string PictureRemedy(Tensor images, int channels, int multiple, int? height = null)
    {
        if (images.dim() != 4) return "";
        var (c, h, w) = (images.shape[1], images.shape[2], images.shape[3]);
        if (c != channels) return $" Build it with channels: {c}.";
        if (h != w && height is not null) return $" ImageFolder.Load(path, size: {height}) crops pictures to squares of this size.";
        var up = (h + multiple - 1) / multiple * multiple;
        return height is null ? $" ImageSet.Padded({multiple}) pads them, and ImageFolder.Load(path, size: {up}) crops and scales them."
            : (up == h ? " Build it" : $" ImageSet.Padded({multiple}) pads them to {up}×{up}; build it")
                + $" with height: {up}; or ImageFolder.Load(path, size: {height}) crops and scales them.";
    }
}
