using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Adds a margin to the last dimensions.</summary>
            /// <param name="input">The input.</param>
            /// <param name="pad">How much before and after, from the last dimension backwards.</param>
            /// <param name="mode">What stands in the margin.</param>
            /// <param name="value">Its value, where the mode is Constant or Zeros.</param>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Constant or PaddingModes.Zeros => Aten.pad.CallWith(pad, input, Arg.Ints, Arg.Text("constant"u8), value),
                PaddingModes.Reflect => Aten.pad.CallWith(pad, input, Arg.Ints, Arg.Text("reflect"u8)),
                PaddingModes.Replicate => Aten.pad.CallWith(pad, input, Arg.Ints, Arg.Text("replicate"u8)),
                PaddingModes.Circular => Aten.pad.CallWith(pad, input, Arg.Ints, Arg.Text("circular"u8)),
                _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such padding mode."),
            };

            /// <summary>Adds a margin to the last dimensions.</summary>
            /// <param name="input">The input.</param>
            /// <param name="pad">How much before and after, from the last dimension backwards.</param>
            /// <param name="mode">What stands in the margin.</param>
            /// <param name="value">Its value, where the mode is Constant or Zeros.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)pad, mode, value);

            /// <summary>Adds a margin to the last dimensions.</summary>
            /// <param name="input">The input.</param>
            /// <param name="pad">How much before and after, in the last dimension.</param>
            /// <param name="mode">What stands in the margin.</param>
            /// <param name="value">Its value, where the mode is Constant or Zeros.</param>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)[pad, pad], mode, value);

            /// <summary>Adds a margin to the last dimensions.</summary>
            /// <param name="input">The input.</param>
            /// <param name="pad">How much before and after, in the last dimension.</param>
            /// <param name="mode">What stands in the margin.</param>
            /// <param name="value">Its value, where the mode is Constant or Zeros.</param>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)[pad.Item1, pad.Item2], mode, value);

            /// <summary>Adds a margin to the last dimensions.</summary>
            /// <param name="input">The input.</param>
            /// <param name="pad">How much before and after, in the last dimension and the one before it.</param>
            /// <param name="mode">What stands in the margin.</param>
            /// <param name="value">Its value, where the mode is Constant or Zeros.</param>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)[pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);
        }
    }
}
