using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The cross-correlation of images with kernels.</summary>
            /// <param name="input">[N, in, H, W] or [in, H, W].</param>
            /// <param name="weight">The kernels, [out, in / groups, h, w].</param>
            /// <param name="bias">A summand for each output channel, or null.</param>
            /// <param name="strides">The steps between places; null for one.</param>
            /// <param name="padding">The zeros around the images; null for none.</param>
            /// <param name="dilation">The steps between a kernel's elements; null for one.</param>
            /// <param name="groups">Into how many parts the channels are split, each seeing its own inputs only.</param>
            public static unsafe Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1)
            {
                fixed (long* s = strides, p = padding, d = dilation)
                {
                    return Aten.conv2d.Call(
                        input, weight, bias, Arg.Given(s, strides), Arg.Given(p, padding), Arg.Given(d, dilation), groups);
                }
            }

            /// <summary>The cross-correlation of images with kernels, padded by a rule.</summary>
            /// <param name="input">[N, in, H, W] or [in, H, W].</param>
            /// <param name="weight">The kernels, [out, in / groups, h, w].</param>
            /// <param name="bias">A summand for each output channel, or null.</param>
            /// <param name="strides">The steps between places; null for one.</param>
            /// <param name="padding">The rule.</param>
            /// <param name="dilation">The steps between a kernel's elements; null for one.</param>
            /// <param name="groups">Into how many parts the channels are split, each seeing its own inputs only.</param>
            public static unsafe Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid,
                long[]? dilation = null, long groups = 1)
            {
                var rule = padding == Padding.Same ? Arg.Text("same"u8) : Arg.Text("valid"u8);
                fixed (long* s = strides, d = dilation)
                {
                    return Aten.conv2d_padding.Call(input, weight, bias, Arg.Given(s, strides), rule, Arg.Given(d, dilation), groups);
                }
            }

            /// <summary>The transpose of <see cref="conv2d"/>: each input element spreads a kernel over the output.</summary>
            /// <param name="input">[N, in, H, W] or [in, H, W].</param>
            /// <param name="weight">The kernels, [in, out / groups, h, w].</param>
            /// <param name="bias">A summand for each output channel, or null.</param>
            /// <param name="strides">The steps between the kernels' places; null for one.</param>
            /// <param name="padding">How much is cut off around the output; null for nothing.</param>
            /// <param name="output_padding">How much is added at the output's far sides; null for nothing.</param>
            /// <param name="dilation">The steps between a kernel's elements; null for one.</param>
            /// <param name="groups">Into how many parts the channels are split, each seeing its own inputs only.</param>
            public static unsafe Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1)
            {
                fixed (long* s = strides, p = padding, o = output_padding, d = dilation)
                {
                    return Aten.conv_transpose2d_input.Call(
                        input, weight, bias, Arg.Given(s, strides), Arg.Given(p, padding), Arg.Given(o, output_padding), groups,
                        Arg.Given(d, dilation));
                }
            }

            /// <summary>Moves channels into space: [*, C r², H, W] becomes [*, C, H r, W r].</summary>
            /// <param name="input">The input.</param>
            /// <param name="upscale_factor">r.</param>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Aten.pixel_shuffle.Call(input, upscale_factor);

            /// <summary>Moves space into channels: [*, C, H r, W r] becomes [*, C r², H, W].</summary>
            /// <param name="input">The input.</param>
            /// <param name="downscale_factor">r.</param>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => Aten.pixel_unshuffle.Call(input, downscale_factor);
        }
    }
}
