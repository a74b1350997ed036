using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>A 3×3 convolution with a margin of zeros, and its gradients, by Winograd's algorithm in float32.</summary>
/// <remarks>
/// A quarter of the multiplications of the definition, at an error of some units in the last places. bfloat16 would not be faster
/// where the processor has AVX512-BF16: 64 to 64 channels of 32 images of 16×16 took oneDNN 1.4 ms so, and this 1.1 ms, on one thread.
/// </remarks>
internal sealed unsafe class WinogradConvolution<V> : IDisposable where V : struct, ILanes<V>
{
    private const int Points = WinogradTransform<V>.Points, Side = WinogradTransform<V>.Side, Kernel = WinogradTransform<V>.Kernel;
    private const int TilesOfBlock = 32, Taps = Kernel * Kernel;

    private readonly int _inputs, _outputs, _wideIn, _wideOut;         // channels, and with those that pad them to whole blocks
    private readonly AlignedMemory _weights, _transposedWeights, _taps;

    /// <summary>Makes a convolution; its weights come with <see cref="SetWeights"/>.</summary>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output.</param>
    public WinogradConvolution(int inputs, int outputs)
    {
        (_inputs, _outputs) = (inputs, outputs);
        (_wideIn, _wideOut) = (ProcessorVectors.Wide(inputs), ProcessorVectors.Wide(outputs));
        _weights = new AlignedMemory((long)Points * _wideIn * _wideOut);
        _transposedWeights = new AlignedMemory((long)Points * _wideIn * _wideOut);
        _taps = new AlignedMemory((long)(Taps + Kernel * Side) * _wideIn * _wideOut);
    }

    /// <summary>Elements of working memory that one thread needs for maps of a height.</summary>
    public static long Scratch(int inputs, int outputs, int height) =>
        (long)Points * (Plane(ProcessorVectors.Wide(inputs), height) + Plane(ProcessorVectors.Wide(outputs), height)) + WinogradTiles<V>.Scratch;

    /// <summary>How many images of a height are worked on at a time.</summary>
    public static int ImagesOfBlock(int height) => Math.Max(1, TilesOfBlock / TilesOfImage(height));

    /// <summary>Elements of a thread's sum of weight gradients.</summary>
    public long GradientCount => (long)Points * _wideIn * _wideOut;

    /// <summary>Takes over weights.</summary>
    /// <param name="kernels">[out, in, 3, 3].</param>
    /// <param name="backward">Whether gradients will be asked for.</param>
    /// <param name="workers">Who does it.</param>
    public void SetWeights(float* kernels, bool backward, KernelWorkers workers)
    {
        workers.Each(_inputs, _inputs, (first, last, _) =>
            Transform(kernels, first, last, Taps, _outputs, _inputs * Taps, _wideOut, _weights.Pointer));
        if (backward)
            workers.Each(_outputs, _outputs, (first, last, _) =>
                Transform(kernels, first, last, _inputs * Taps, _inputs, Taps, _wideIn, _transposedWeights.Pointer));
    }

    /// <summary>y = x ∗ w + b, for some of the images.</summary>
    /// <param name="x">The input.</param>
    /// <param name="y">The output.</param>
    /// <param name="bias">b, a number for each channel; null for zeros.</param>
    /// <param name="first">The first of the images.</param>
    /// <param name="last">The one after the last.</param>
    /// <param name="scratch">The thread's working memory.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Forward(FeatureMaps x, FeatureMaps y, float* bias, int first, int last, float* scratch)
    {
        var (height, block) = (x.Height, ImagesOfBlock(x.Height));
        var perImage = TilesOfImage(height);
        nint planeIn = Plane(_wideIn, height), planeOut = Plane(_wideOut, height);
        float* d = scratch, m = d + Points * planeIn, work = m + Points * planeOut;
        for (var start = first; start < last; start += block)
        {
            var images = Math.Min(block, last - start);
            for (var i = 0; i < images; i++)
                WinogradTiles<V>.FromInput(x.Image(start + i), height, x.Stride, _wideIn, d + (nint)i * perImage * _wideIn, planeIn, work);
            for (var p = 0; p < Points; p++)
                BlockProduct<V>.Compute(d + p * planeIn, _wideIn, 1, _weights.Pointer + (nint)p * _wideIn * _wideOut, _wideOut,
                    m + p * planeOut, _wideOut, images * perImage, _wideIn, _wideOut, add: false);
            for (var i = 0; i < images; i++)
                WinogradTiles<V>.ToOutput(m + (nint)i * perImage * _wideOut, planeOut, y.Image(start + i), height, y.Stride, _wideOut, bias, work);
        }
    }

    /// <summary>The gradients for some of the images.</summary>
    /// <param name="x">The input.</param>
    /// <param name="dy">The gradient of the output.</param>
    /// <param name="dx">Where the gradient of the input goes, which may be the input's place; null if nobody asks.</param>
    /// <param name="add">Whether it is added to what stands there.</param>
    /// <param name="sum">The thread's sum of weight gradients, which the images' are added to.</param>
    /// <param name="first">The first of the images.</param>
    /// <param name="last">The one after the last.</param>
    /// <param name="scratch">The thread's working memory.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Backward(FeatureMaps x, FeatureMaps dy, FeatureMaps? dx, bool add, float* sum, int first, int last, float* scratch)
    {
        var (height, block) = (x.Height, ImagesOfBlock(x.Height));
        var perImage = TilesOfImage(height);
        nint planeIn = Plane(_wideIn, height), planeOut = Plane(_wideOut, height);
        float* d = scratch, m = d + Points * planeIn, work = m + Points * planeOut;
        for (var start = first; start < last; start += block)
        {
            var images = Math.Min(block, last - start);
            for (var i = 0; i < images; i++)
            {
                WinogradTiles<V>.FromInput(x.Image(start + i), height, x.Stride, _wideIn, d + (nint)i * perImage * _wideIn, planeIn, work);
                WinogradTiles<V>.FromOutput(dy.Image(start + i), height, dy.Stride, _wideOut, m + (nint)i * perImage * _wideOut, planeOut, work);
            }
            for (var p = 0; p < Points; p++)
                BlockProduct<V>.Compute(d + p * planeIn, 1, _wideIn, m + p * planeOut, _wideOut, sum + (nint)p * _wideIn * _wideOut, _wideOut,
                    _wideIn, images * perImage, _wideOut, add: true);
            if (dx is not { } gradient) continue;
            for (var p = 0; p < Points; p++)
                BlockProduct<V>.Compute(m + p * planeOut, _wideOut, 1, _transposedWeights.Pointer + (nint)p * _wideIn * _wideOut, _wideIn,
                    d + p * planeIn, _wideIn, images * perImage, _wideOut, _wideIn, add: false);
            for (var i = 0; i < images; i++)
                WinogradTiles<V>.ToInput(d + (nint)i * perImage * _wideIn, planeIn, gradient.Image(start + i), height, gradient.Stride, _wideIn, add, work);
        }
    }

    /// <summary>The weights' gradients out of what <see cref="Backward"/> summed up.</summary>
    /// <param name="gradients">Where they go, [out, in, 3, 3]; overwritten.</param>
    /// <param name="workers">Who summed them up.</param>
    public void WeightGradients(float* gradients, KernelWorkers workers) =>
        workers.Each(_inputs, _inputs, (first, last, _) => WeightGradients(gradients, first, last, workers));

    // Of some of the inputs.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void WeightGradients(float* gradients, int first, int last, KernelWorkers workers)
    {
        nint size = _wideIn * _wideOut, start = first * _wideOut, end = last * _wideOut;
        for (var p = 0; p < Points; p++) workers.Total(p * size + start, end - start);
        float* sum = workers.Total(0, 0), from = _taps.Pointer, half = from + Taps * size;
        for (var i = start; i < end; i += V.Count)
        {
            for (var column = 0; column < Side; column++)
                WinogradTransform<V>.WeightAdjoint(sum + i + column * size, Side * size, half + i + column * size, Side * size);
            for (var row = 0; row < Kernel; row++)
                WinogradTransform<V>.WeightAdjoint(half + i + row * Side * size, size, from + i + row * Kernel * size, size);
        }
        for (var i = first; i < last; i++)
            for (var o = 0; o < _outputs; o++)
                for (var tap = 0; tap < Taps; tap++)
                    gradients[(o * _inputs + i) * Taps + tap] = from[tap * size + (nint)i * _wideOut + o];
    }

    public void Dispose()
    {
        _weights.Dispose();
        _transposedWeights.Dispose();
        _taps.Dispose();
    }

    // Some rows of the kernels as 36 matrices, either [in, out] or [out, in]; the strides are those of a row and a column in the kernels.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Transform(float* kernels, int first, int last, int rowStride, int columns, int columnStride, int wide, float* to)
    {
        nint size = _wideIn * _wideOut, start = (nint)first * wide, end = (nint)last * wide;
        float* from = _taps.Pointer, half = from + Taps * size;
        for (var row = first; row < last; row++)
            for (var column = 0; column < columns; column++)
                for (var tap = 0; tap < Taps; tap++)
                    from[tap * size + (nint)row * wide + column] = kernels[row * rowStride + column * columnStride + tap];
        for (var i = start; i < end; i += V.Count)
        {
            for (var column = 0; column < Kernel; column++)            // [3, 3] → [6, 3]
                WinogradTransform<V>.Weight(from + i + column * size, Kernel * size, half + i + column * size, Kernel * size);
            for (var row = 0; row < Side; row++)                       // → [6, 6]
                WinogradTransform<V>.Weight(half + i + row * Kernel * size, size, to + i + row * Side * size, size);
        }
    }

    private static int TilesOfImage(int height) => WinogradTiles<V>.PerSide(height) * WinogradTiles<V>.PerSide(height);

    // One line more than needed: planes a power of two apart would fight for the same places of the cache.
    private static int Plane(int channels, int height) => ImagesOfBlock(height) * TilesOfImage(height) * channels + V.Count;
}
