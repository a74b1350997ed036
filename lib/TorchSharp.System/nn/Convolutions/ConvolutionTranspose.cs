using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Base class of transposed convolutions.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    /// <summary>Starts a transposed convolution.</summary>
    /// <param name="name">Its name, for people only.</param>
    /// <param name="in_channels">The channels of an input.</param>
    /// <param name="out_channels">The channels of an output.</param>
    /// <param name="kernel_size">The kernels' sizes.</param>
    /// <param name="stride">The steps between the kernels' places.</param>
    /// <param name="padding">What is cut off around the output; null for nothing.</param>
    /// <param name="padding_type">Must be null.</param>
    /// <param name="dilation">The steps between a kernel's elements.</param>
    /// <param name="transposed">True.</param>
    /// <param name="output_padding">What is added at the output's far sides.</param>
    /// <param name="groups">Into how many parts the channels are split.</param>
    /// <param name="bias">Whether each output channel has a summand.</param>
    /// <param name="padding_mode">Must be zeros.</param>
    /// <param name="device">Where the parameters are.</param>
    /// <param name="dtype">Their type.</param>
    protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        Device? device = null, ScalarType? dtype = null)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias,
            padding_mode, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>Computes the output at a given size, where several are possible.</summary>
    /// <param name="input">The input.</param>
    /// <param name="output_size">The sizes after the channels, or the whole shape; null takes output_padding.</param>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>The output padding that gives a wanted size.</summary>
    /// <param name="input">The input.</param>
    /// <param name="output_size">The wanted sizes; null takes output_padding.</param>
    /// <param name="kernel_size">The kernels' sizes.</param>
    /// <param name="stride">The steps between the kernels' places.</param>
    /// <param name="padding">What is cut off around the output.</param>
    /// <param name="dilation">The steps between a kernel's elements.</param>
    /// <param name="num_spatial_dims">How many sizes follow the channels.</param>
    /// <exception cref="ArgumentException">The size cannot be had.</exception>
    protected long[] _output_padding(
        Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null) return output_padding;
        var count = (int)num_spatial_dims;
        if (output_size.Length < count) throw new ArgumentException($"output_size must have {count} elements, not {output_size.Length}");
        var (inputs, wanted) = (input.shape[^count..], output_size[^count..]);
        var result = new long[count];
        for (var d = 0; d < count; d++)
        {
            var least = ((inputs[d] - 1) * stride[d]) - (2 * padding[d]) + (dilation[d] * (kernel_size[d] - 1)) + 1;
            result[d] = wanted[d] - least;
            if (result[d] < 0 || result[d] >= stride[d])
                throw new ArgumentException(
                    $"requested an output size of [{string.Join(", ", wanted)}], but dimension {d} can only be from {least} to {least + stride[d] - 1}");
        }
        return result;
    }
}
