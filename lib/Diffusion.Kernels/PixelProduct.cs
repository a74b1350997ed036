using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>A convolution whose kernels do not overlap: 1×1, or transposed with a stride as long as the kernel. A matrix product.</summary>
internal sealed unsafe class PixelProduct<V> : IDisposable where V : struct, ILanes<V>
{
    private readonly int inputs, outputs, wideIn, side;                // channels, those of the input in whole blocks; taps of a kernel's side
    private readonly bool transposed;
    private readonly AlignedMemory weights, turned;

    /// <summary>Makes a convolution; its weights come with <see cref="SetWeights"/>.</summary>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output, a multiple of 32.</param>
    /// <param name="side">Pixels of the output along a pixel of the input.</param>
    /// <param name="transposed">Whether the weights are [in, out, side, side]; else they are [out, in, 1, 1].</param>
    public PixelProduct(int inputs, int outputs, int side, bool transposed)
    {
        (this.inputs, this.outputs, this.side, this.transposed) = (inputs, outputs, side, transposed);
        wideIn = ProcessorVectors.Wide(inputs);
        weights = new AlignedMemory(GradientCount);
        turned = new AlignedMemory(GradientCount);
    }

    /// <summary>Elements of a thread's sum of weight gradients, the bias's after the others.</summary>
    public long GradientCount => (long)wideIn * Columns + outputs;

    /// <summary>Elements of working memory that one thread needs for inputs of a height.</summary>
    public long Scratch(int height) => (long)height * height * Columns;

    private int Taps => side * side;

    private int Columns => Taps * outputs;

    /// <summary>Takes over weights.</summary>
    /// <param name="values">In PyTorch's order.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetWeights(ReadOnlySpan<float> values)
    {
        for (var i = 0; i < inputs; i++)
            for (var o = 0; o < outputs; o++)
                for (var tap = 0; tap < Taps; tap++)
                    turned.Pointer[(tap * outputs + o) * wideIn + i] = weights.Pointer[i * Columns + tap * outputs + o] = values[Place(i, o, tap)];
    }

    /// <summary>The output, for some of the images.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(FeatureMaps x, FeatureMaps y, float* bias, int first, int last, float* scratch)
    {
        for (var image = first; image < last; image++)
        {
            BlockProduct<V>.Compute(x.Image(image), x.Stride, 1, weights.Pointer, Columns, scratch, Columns, x.Pixels, wideIn, Columns, add: false);
            for (var pixel = 0; pixel < x.Pixels; pixel++)
                for (var tap = 0; tap < Taps; tap++)
                {
                    float* from = scratch + (nint)pixel * Columns + tap * outputs, to = y.Image(image) + Target(x.Height, pixel, tap) * y.Stride;
                    for (var c = 0; c < outputs; c += V.Count)
                        (V.Load(from + c) + V.Load(bias + c)).Store(to + c);
                }
        }
    }

    /// <summary>The gradients for some of the images.</summary>
    /// <param name="x">The input.</param>
    /// <param name="dy">The gradient of the output.</param>
    /// <param name="dx">Where the gradient of the input goes, overwritten; null if nobody asks.</param>
    /// <param name="sum">The thread's sum of weight gradients, which the images' are added to.</param>
    /// <param name="first">The first of the images.</param>
    /// <param name="last">The one after the last.</param>
    /// <param name="scratch">The thread's working memory.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Backward(FeatureMaps x, FeatureMaps dy, FeatureMaps? dx, float* sum, int first, int last, float* scratch)
    {
        var biasSum = sum + (nint)wideIn * Columns;
        for (var image = first; image < last; image++)
        {
            for (var pixel = 0; pixel < x.Pixels; pixel++)
                for (var tap = 0; tap < Taps; tap++)
                {
                    float* to = scratch + (nint)pixel * Columns + tap * outputs, from = dy.Image(image) + Target(x.Height, pixel, tap) * dy.Stride;
                    for (var c = 0; c < outputs; c += V.Count)
                    {
                        var slope = V.Load(from + c);
                        slope.Store(to + c);
                        (V.Load(biasSum + c) + slope).Store(biasSum + c);
                    }
                }
            BlockProduct<V>.Compute(x.Image(image), 1, x.Stride, scratch, Columns, sum, Columns, wideIn, x.Pixels, Columns, add: true);
            if (dx is { } gradient)
                BlockProduct<V>.Compute(scratch, Columns, 1, turned.Pointer, wideIn, gradient.Image(image), gradient.Stride, x.Pixels, Columns, wideIn, add: false);
        }
    }

    /// <summary>The gradients in PyTorch's order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WeightGradients(float* sum, Span<float> gradients, Span<float> bias)
    {
        for (var i = 0; i < inputs; i++)
            for (var o = 0; o < outputs; o++)
                for (var tap = 0; tap < Taps; tap++)
                    gradients[Place(i, o, tap)] = sum[i * Columns + tap * outputs + o];
        new Span<float>(sum + (nint)wideIn * Columns, outputs).CopyTo(bias);
    }

    public void Dispose()
    {
        weights.Dispose();
        turned.Dispose();
    }

    private int Place(int i, int o, int tap) => transposed ? (i * outputs + o) * Taps + tap : o * inputs + i;

    // The pixel of the output that a tap of an input's pixel goes to.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint Target(int height, int pixel, int tap) =>
        ((nint)(pixel / height) * side + tap / side) * height * side + (nint)(pixel % height) * side + tap % side;
}
