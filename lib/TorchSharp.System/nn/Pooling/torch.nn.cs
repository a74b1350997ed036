using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The largest element in each window.</summary>
        /// <param name="kernel_size">The window's height and width.</param>
        /// <param name="stride">The steps between windows; null for the window's size.</param>
        /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
        /// <param name="dilation">The steps between a window's elements; null for one.</param>
        /// <param name="ceil_mode">Whether a last window may be cut off.</param>
        public static MaxPool2d MaxPool2d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(Twice(kernel_size), Twice(stride ?? kernel_size), Twice(padding ?? 0), Twice(dilation ?? 1), ceil_mode);

        /// <summary>The largest element in each window.</summary>
        /// <param name="kernel_size">The window's height and width.</param>
        /// <param name="stride">The steps between windows; null for the window's size.</param>
        /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
        /// <param name="dilation">The steps between a window's elements; null for one.</param>
        /// <param name="ceil_mode">Whether a last window may be cut off.</param>
        public static MaxPool2d MaxPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
            bool ceil_mode = false) =>
            new(Both(kernel_size, 0), Both(stride ?? kernel_size, 0), Both(padding, 0), Both(dilation, 1), ceil_mode);

        /// <summary>The largest element in each window.</summary>
        /// <param name="kernel_size">The window's height and width.</param>
        /// <param name="stride">The steps between windows; null for the window's size.</param>
        /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
        /// <param name="dilation">The steps between a window's elements; null for one.</param>
        /// <param name="ceil_mode">Whether a last window may be cut off.</param>
        public static MaxPool2d MaxPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride ?? kernel_size, padding ?? Twice(0), dilation ?? Twice(1), ceil_mode);

        /// <summary>The mean over each window.</summary>
        /// <param name="kernel_size">The window's height and width.</param>
        /// <param name="stride">The steps between windows; null for the window's size.</param>
        /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
        /// <param name="ceil_mode">Whether a last window may be cut off.</param>
        /// <param name="count_include_pad">Whether what lies over the edge counts.</param>
        /// <param name="divisor_override">What the sum is divided by, or null.</param>
        public static AvgPool2d AvgPool2d(
            long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
            long? divisor_override = null) =>
            new(Twice(kernel_size), Twice(stride ?? kernel_size), Twice(padding ?? 0), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean over each window.</summary>
        /// <param name="kernel_size">The window's height and width.</param>
        /// <param name="stride">The steps between windows; null for the window's size.</param>
        /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
        /// <param name="ceil_mode">Whether a last window may be cut off.</param>
        /// <param name="count_include_pad">Whether what lies over the edge counts.</param>
        /// <param name="divisor_override">What the sum is divided by, or null.</param>
        public static AvgPool2d AvgPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            new(Both(kernel_size, 0), Both(stride ?? kernel_size, 0), Both(padding, 0), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean over each window.</summary>
        /// <param name="kernel_size">The window's height and width.</param>
        /// <param name="stride">The steps between windows; null for the window's size.</param>
        /// <param name="padding">How far windows reach over the edge; null for not at all.</param>
        /// <param name="ceil_mode">Whether a last window may be cut off.</param>
        /// <param name="count_include_pad">Whether what lies over the edge counts.</param>
        /// <param name="divisor_override">What the sum is divided by, or null.</param>
        public static AvgPool2d AvgPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
            long? divisor_override = null) =>
            new(kernel_size, stride ?? kernel_size, padding ?? Twice(0), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The means over as many windows as the output is to have elements.</summary>
        /// <param name="output_size">The output's height and width.</param>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

        /// <summary>The means over as many windows as the output is to have elements.</summary>
        /// <param name="output_size">The output's height and width.</param>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(Twice(output_size));

        /// <summary>The means over as many windows as the output is to have elements.</summary>
        /// <param name="output_size">The output's height and width.</param>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Both(output_size, 0));
    }
}
