using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The largest element in each window.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="strides">The steps between windows; null for the window's size.</param>
            /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
            /// <param name="dilation">The steps between a window's elements; null for one.</param>
            /// <param name="ceil_mode">Whether a last window may be cut off.</param>
            public static unsafe Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                fixed (long* k = kernel_size, s = strides, p = padding, d = dilation)
                {
                    return Aten.max_pool2d.Call(
                        input, Arg.List(k, kernel_size.Length), Arg.Given(s, strides), Arg.Given(p, padding), Arg.Given(d, dilation), ceil_mode);
                }
            }

            /// <summary>The largest element in each window.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="stride">The steps between windows; null for the window's size.</param>
            /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
            /// <param name="dilation">The steps between a window's elements; null for one.</param>
            /// <param name="ceil_mode">Whether a last window may be cut off.</param>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, nn.Twice(kernel_size), Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

            /// <summary>The largest element in each window.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="stride">The steps between windows; null for the window's size.</param>
            /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
            /// <param name="dilation">The steps between a window's elements; null for one.</param>
            /// <param name="ceil_mode">Whether a last window may be cut off.</param>
            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Both(kernel_size)!, Both(stride), Both(padding), Both(dilation), ceil_mode);

            /// <summary>The largest element in each window, and its place in the image.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="strides">The steps between windows; null for the window's size.</param>
            /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
            /// <param name="dilation">The steps between a window's elements; null for one.</param>
            /// <param name="ceil_mode">Whether a last window may be cut off.</param>
            public static unsafe (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                fixed (long* k = kernel_size, s = strides, p = padding, d = dilation)
                {
                    return Aten.max_pool2d_with_indices.CallPair(
                        input, Arg.List(k, kernel_size.Length), Arg.Given(s, strides), Arg.Given(p, padding), Arg.Given(d, dilation), ceil_mode);
                }
            }

            /// <summary>The mean over each window.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="stride">The steps between windows; null for the window's size.</param>
            /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
            /// <param name="ceil_mode">Whether a last window may be cut off.</param>
            /// <param name="count_include_pad">Whether what lies over the edge counts.</param>
            /// <param name="divisor_override">What the sum is divided by, or null.</param>
            public static unsafe Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null)
            {
                fixed (long* k = kernel_size, s = stride, p = padding)
                {
                    return Aten.avg_pool2d.Call(
                        input, Arg.List(k, kernel_size.Length), Arg.Given(s, stride), Arg.Given(p, padding), ceil_mode, count_include_pad,
                        divisor_override);
                }
            }

            /// <summary>The mean over each window.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="stride">The steps between windows; null for the window's size.</param>
            /// <param name="padding">How far windows reach over the edge.</param>
            /// <param name="ceil_mode">Whether a last window may be cut off.</param>
            /// <param name="count_include_pad">Whether what lies over the edge counts.</param>
            /// <param name="divisor_override">What the sum is divided by, or null.</param>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, nn.Twice(kernel_size), Twice(stride), Twice(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean over each window.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="stride">The steps between windows; null for the window's size.</param>
            /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
            /// <param name="ceil_mode">Whether a last window may be cut off.</param>
            /// <param name="count_include_pad">Whether what lies over the edge counts.</param>
            /// <param name="divisor_override">What the sum is divided by, or null.</param>
            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Both(kernel_size)!, Both(stride), Both(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The means over as many windows as the output is to have elements.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="output_size">The output's height and width.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                Aten.adaptive_avg_pool2d.CallWith(output_size, input, Arg.Ints);

            /// <summary>The means over as many windows as the output is to have elements.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="output_size">The output's height and width.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, nn.Twice(output_size));

            /// <summary>The means over as many windows as the output is to have elements.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="output_size">The output's height and width.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptive_avg_pool2d(input, Both(output_size)!);

            private static long[]? Twice(long? size) => size is { } given ? nn.Twice(given) : null;

            private static long[]? Both((long, long)? sizes) => sizes is var (height, width) ? [height, width] : null;
        }
    }
}
