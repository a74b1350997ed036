using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The cross-correlation of images with learned kernels.</summary>
        /// <param name="in_channels">The channels of an input.</param>
        /// <param name="out_channels">The channels of an output.</param>
        /// <param name="kernel_size">The kernels' height and width.</param>
        /// <param name="stride">The steps between places.</param>
        /// <param name="padding">What is added around the images.</param>
        /// <param name="dilation">The steps between a kernel's elements.</param>
        /// <param name="padding_mode">What stands in the padding.</param>
        /// <param name="groups">Into how many parts the channels are split, each seeing its own inputs only.</param>
        /// <param name="bias">Whether each output channel has a summand.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Twice(kernel_size), Twice(stride), Twice(padding), null, Twice(dilation), padding_mode, groups,
                bias, device, dtype);

        /// <summary>The cross-correlation of images with learned kernels.</summary>
        /// <param name="in_channels">The channels of an input.</param>
        /// <param name="out_channels">The channels of an output.</param>
        /// <param name="kernel_size">The kernels' height and width.</param>
        /// <param name="stride">The steps between places; null for one.</param>
        /// <param name="padding">What is added around the images; null for nothing.</param>
        /// <param name="dilation">The steps between a kernel's elements; null for one.</param>
        /// <param name="padding_mode">What stands in the padding.</param>
        /// <param name="groups">Into how many parts the channels are split, each seeing its own inputs only.</param>
        /// <param name="bias">Whether each output channel has a summand.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Both(kernel_size, 0), Both(stride, 1), Both(padding, 0), null, Both(dilation, 1), padding_mode,
                groups, bias, device, dtype);

        /// <summary>The cross-correlation of images with learned kernels, padded by a rule.</summary>
        /// <param name="in_channels">The channels of an input.</param>
        /// <param name="out_channels">The channels of an output.</param>
        /// <param name="kernel_size">The kernels' height and width.</param>
        /// <param name="padding">The rule.</param>
        /// <param name="stride">The steps between places.</param>
        /// <param name="dilation">The steps between a kernel's elements.</param>
        /// <param name="padding_mode">What stands in the padding.</param>
        /// <param name="groups">Into how many parts the channels are split, each seeing its own inputs only.</param>
        /// <param name="bias">Whether each output channel has a summand.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Twice(kernel_size), Twice(stride), null, padding, Twice(dilation), padding_mode, groups, bias,
                device, dtype);

        /// <summary>The cross-correlation of images with learned kernels, padded by a rule.</summary>
        /// <param name="in_channels">The channels of an input.</param>
        /// <param name="out_channels">The channels of an output.</param>
        /// <param name="kernel_size">The kernels' height and width.</param>
        /// <param name="padding">The rule.</param>
        /// <param name="stride">The steps between places; null for one.</param>
        /// <param name="dilation">The steps between a kernel's elements; null for one.</param>
        /// <param name="padding_mode">What stands in the padding.</param>
        /// <param name="groups">Into how many parts the channels are split, each seeing its own inputs only.</param>
        /// <param name="bias">Whether each output channel has a summand.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null,
            (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Both(kernel_size, 0), Both(stride, 1), null, padding, Both(dilation, 1), padding_mode, groups,
                bias, device, dtype);

        /// <summary>The transpose of a convolution of images: each element spreads a learned kernel over the output.</summary>
        /// <param name="in_channels">The channels of an input.</param>
        /// <param name="out_channels">The channels of an output.</param>
        /// <param name="kernel_size">The kernels' height and width.</param>
        /// <param name="stride">The steps between the kernels' places.</param>
        /// <param name="padding">What is cut off around the output.</param>
        /// <param name="output_padding">What is added at the output's far sides.</param>
        /// <param name="dilation">The steps between a kernel's elements.</param>
        /// <param name="padding_mode">Must be zeros.</param>
        /// <param name="groups">Into how many parts the channels are split, each seeing its own inputs only.</param>
        /// <param name="bias">Whether each output channel has a summand.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static ConvTranspose2d ConvTranspose2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
            long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Twice(kernel_size), Twice(stride), Twice(padding), Twice(output_padding), Twice(dilation),
                padding_mode, groups, bias, device, dtype);

        /// <summary>The transpose of a convolution of images: each element spreads a learned kernel over the output.</summary>
        /// <param name="in_channels">The channels of an input.</param>
        /// <param name="out_channels">The channels of an output.</param>
        /// <param name="kernel_size">The kernels' height and width.</param>
        /// <param name="stride">The steps between the kernels' places; null for one.</param>
        /// <param name="padding">What is cut off around the output; null for nothing.</param>
        /// <param name="output_padding">What is added at the output's far sides; null for nothing.</param>
        /// <param name="dilation">The steps between a kernel's elements; null for one.</param>
        /// <param name="padding_mode">Must be zeros.</param>
        /// <param name="groups">Into how many parts the channels are split, each seeing its own inputs only.</param>
        /// <param name="bias">Whether each output channel has a summand.</param>
        /// <param name="device">Where the parameters are.</param>
        /// <param name="dtype">Their type.</param>
        public static ConvTranspose2d ConvTranspose2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? output_padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Both(kernel_size, 0), Both(stride, 1), Both(padding, 0), Both(output_padding, 0),
                Both(dilation, 1), padding_mode, groups, bias, device, dtype);

        /// <summary>Moves channels into space: [*, C r², H, W] becomes [*, C, H r, W r].</summary>
        /// <param name="upscale_factor">r.</param>
        public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);

        private static long[] Twice(long size) => [size, size];

        private static long[] Both((long, long)? sizes, long otherwise) =>
            sizes is var (height, width) ? [height, width] : Twice(otherwise);
    }
}
