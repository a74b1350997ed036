using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The transpose of a convolution of images: each element spreads a learned kernel over the output.</summary>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(
        long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] output_padding, long[] dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(ConvTranspose2d), in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding, groups,
            bias, padding_mode, device, dtype)
    {
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input is not [N, in, H, W] or [in, H, W], or the size cannot be had.</exception>
    public override Tensor forward(Tensor input, long[]? output_size)
    {
        if (!ValidateShape(input, 2))
            throw new ArgumentException(
                $"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to ConvTranspose2d, got [{string.Join(", ", input.shape)}]");
        var extra = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 2);
        return functional.conv_transpose2d(input, weight, bias, stride, padding, extra, dilation, groups);
    }
}
