using TorchSharp.Modules;

namespace Diffusion.Kernels;

/// <summary>A 3×3 convolution of a network, from maps to maps.</summary>
internal sealed unsafe class ConvolutionLayer<V> : IDisposable where V : struct, ILanes<V>
{
    private readonly Conv2d _layer;
    private readonly WinogradConvolution<V> _convolution;
    private readonly AlignedMemory _bias;
    private readonly FeatureMaps _x, _y;
    private readonly int _block;

    /// <summary>Makes a layer.</summary>
    /// <param name="layer">The network's layer, whose weights count and whose gradients are set.</param>
    /// <param name="x">The input.</param>
    /// <param name="y">The output.</param>
    public ConvolutionLayer(Conv2d layer, FeatureMaps x, FeatureMaps y)
    {
        (_layer, _x, _y) = (layer, x, y);
        _convolution = new WinogradConvolution<V>((int)layer.in_channels, (int)layer.out_channels);
        _bias = new AlignedMemory(y.Channels);
        _block = WinogradConvolution<V>.ImagesOfBlock(x.Height);
    }

    /// <summary>Images worked on at a time.</summary>
    public int Block => _block;

    /// <summary>Elements of working memory that a thread needs.</summary>
    public long Scratch => WinogradConvolution<V>.Scratch((int)_layer.in_channels, (int)_layer.out_channels, _x.Height);

    /// <summary>Elements of a thread's sums.</summary>
    public long SumCount => _convolution.GradientCount;

    /// <summary>Takes over the layer's weights as they are now.</summary>
    /// <param name="backward">Whether gradients will be asked for.</param>
    /// <param name="workers">Who does it.</param>
    public void TakeWeights(bool backward, KernelWorkers workers)
    {
        fixed (float* kernels = FloatData.Of(_layer.weight)) _convolution.SetWeights(kernels, backward, workers);
        FloatData.Of(_layer.bias!).CopyTo(new Span<float>(_bias.Pointer, (int)_layer.out_channels));
    }

    /// <summary>Computes the output for some of the images.</summary>
    public void Forward(int first, int last, Worker worker) => _convolution.Forward(_x, _y, _bias.Pointer, first, last, worker.Scratch.Pointer);

    /// <summary>Adds to a worker's sum of gradients, and computes the input's, for some of the images.</summary>
    public void Backward(FeatureMaps dy, FeatureMaps? dx, bool add, int first, int last, Worker worker) =>
        _convolution.Backward(_x, dy, dx, add, worker.Sum.Pointer, first, last, worker.Scratch.Pointer);

    /// <summary>Sets the gradient of the weights.</summary>
    /// <param name="workers">Who summed it up.</param>
    public void SetWeightGradient(KernelWorkers workers)
    {
        fixed (float* gradients = Gradients.Of(_layer.weight)) _convolution.WeightGradients(gradients, workers);
    }

    /// <summary>Sets the gradient of the bias.</summary>
    /// <param name="perImage">The output's gradients, summed over each image's pixels, [B, channels].</param>
    /// <param name="images">B.</param>
    public void SetBiasGradient(float* perImage, int images)
    {
        var target = Gradients.Of(_layer.bias!);
        for (var c = 0; c < target.Length; c++)
        {
            double sum = 0;
            for (var i = 0; i < images; i++) sum += perImage[(long)i * _y.Channels + c];
            target[c] = (float)sum;
        }
    }

    /// <summary>Sets the gradient of the bias to zero, where nothing after the layer depends on it.</summary>
    public void ClearBiasGradient() => Gradients.Of(_layer.bias!).Clear();

    public void Dispose()
    {
        _convolution.Dispose();
        _bias.Dispose();
    }
}
