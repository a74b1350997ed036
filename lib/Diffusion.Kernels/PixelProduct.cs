using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>A convolution whose kernels do not overlap: 1×1, or transposed with a stride as long as the kernel. A matrix product.</summary>
internal sealed unsafe class PixelProduct<V> : IDisposable where V : struct, ILanes<V>
{
    private readonly int _inputs, _outputs, _wideIn, _side;            // channels, those of the input in whole blocks; taps of a kernel's side
    private readonly bool _transposed;
    private readonly AlignedMemory _weights, _transposedWeights;

    /// <summary>Makes a convolution; its weights come with <see cref="SetWeights"/>.</summary>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output, a multiple of 32.</param>
    /// <param name="side">Pixels of the output along a pixel of the input.</param>
    /// <param name="transposed">Whether the weights are [in, out, side, side]; else they are [out, in, 1, 1].</param>
    public PixelProduct(int inputs, int outputs, int side, bool transposed)
    {
        (_inputs, _outputs, _side, _transposed) = (inputs, outputs, side, transposed);
        _wideIn = ProcessorVectors.Wide(inputs);
        _weights = new AlignedMemory(GradientCount);
        _transposedWeights = new AlignedMemory(GradientCount);
    }

    /// <summary>Elements of a thread's sum of weight gradients, the bias's after the others.</summary>
    public long GradientCount => (long)_wideIn * Columns + _outputs;

    /// <summary>Elements of working memory that one thread needs for inputs of a height.</summary>
    public long Scratch(int height) => (long)height * height * Columns;

    private int Taps => _side * _side;

    private int Columns => Taps * _outputs;

    /// <summary>Takes over weights.</summary>
    /// <param name="values">In PyTorch's order.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void SetWeights(ReadOnlySpan<float> values)
    {
        for (var i = 0; i < _inputs; i++)
            for (var o = 0; o < _outputs; o++)
                for (var tap = 0; tap < Taps; tap++)
                    _transposedWeights.Pointer[(tap * _outputs + o) * _wideIn + i] = _weights.Pointer[i * Columns + tap * _outputs + o]
                        = values[Place(i, o, tap)];
    }

    /// <summary>The output, for some of the images.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Forward(FeatureMaps x, FeatureMaps y, float* bias, int first, int last, float* scratch)
    {
        for (var image = first; image < last; image++)
        {
            BlockProduct<V>.Compute(x.Image(image), x.Stride, 1, _weights.Pointer, Columns, scratch, Columns, x.Pixels, _wideIn, Columns, add: false);
            for (var pixel = 0; pixel < x.Pixels; pixel++)
                for (var tap = 0; tap < Taps; tap++)
                {
                    float* from = scratch + (nint)pixel * Columns + tap * _outputs, to = y.Image(image) + Target(x.Height, pixel, tap) * y.Stride;
                    for (var c = 0; c < _outputs; c += V.Count)
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Backward(FeatureMaps x, FeatureMaps dy, FeatureMaps? dx, float* sum, int first, int last, float* scratch)
    {
        var biasSum = sum + (nint)_wideIn * Columns;
        for (var image = first; image < last; image++)
        {
            for (var pixel = 0; pixel < x.Pixels; pixel++)
                for (var tap = 0; tap < Taps; tap++)
                {
                    float* to = scratch + (nint)pixel * Columns + tap * _outputs, from = dy.Image(image) + Target(x.Height, pixel, tap) * dy.Stride;
                    for (var c = 0; c < _outputs; c += V.Count)
                    {
                        var d = V.Load(from + c);
                        d.Store(to + c);
                        (V.Load(biasSum + c) + d).Store(biasSum + c);
                    }
                }
            BlockProduct<V>.Compute(x.Image(image), 1, x.Stride, scratch, Columns, sum, Columns, _wideIn, x.Pixels, Columns, add: true);
            if (dx is { } gradient)
                BlockProduct<V>.Compute(scratch, Columns, 1, _transposedWeights.Pointer, _wideIn, gradient.Image(image), gradient.Stride,
                    x.Pixels, Columns, _wideIn, add: false);
        }
    }

    /// <summary>The gradients in PyTorch's order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void WeightGradients(float* sum, Span<float> gradients, Span<float> bias)
    {
        for (var i = 0; i < _inputs; i++)
            for (var o = 0; o < _outputs; o++)
                for (var tap = 0; tap < Taps; tap++)
                    gradients[Place(i, o, tap)] = sum[i * Columns + tap * _outputs + o];
        new Span<float>(sum + (nint)_wideIn * Columns, _outputs).CopyTo(bias);
    }

    public void Dispose()
    {
        _weights.Dispose();
        _transposedWeights.Dispose();
    }

    private int Place(int i, int o, int tap) => _transposed ? (i * _outputs + o) * Taps + tap : o * _inputs + i;

    // The pixel of the output that a tap of an input's pixel goes to.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint Target(int height, int pixel, int tap) =>
        ((nint)(pixel / height) * _side + tap / _side) * height * _side + (nint)(pixel % height) * _side + tap % _side;
}
