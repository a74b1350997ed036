using TorchSharp.Modules;

namespace Diffusion.Kernels;

/// <summary>A 1×1 convolution, or a transposed one without overlap, of a network, from maps to maps.</summary>
internal sealed unsafe class PixelLayer<V> : IDisposable where V : struct, ILanes<V>
{
    private readonly Convolution _layer;
    private readonly PixelProduct<V> _product;
    private readonly AlignedMemory _bias;
    private readonly FeatureMaps _x, _y;

    /// <summary>Makes a layer.</summary>
    /// <param name="layer">The network's layer.</param>
    /// <param name="x">The input.</param>
    /// <param name="y">The output.</param>
    public PixelLayer(Convolution layer, FeatureMaps x, FeatureMaps y)
    {
        (_layer, _x, _y) = (layer, x, y);
        _product = new PixelProduct<V>((int)layer.in_channels, y.Channels, y.Height / x.Height, layer.transposed);
        _bias = new AlignedMemory(y.Channels);
    }

    /// <summary>Elements of working memory that a thread needs.</summary>
    public long Scratch => _product.Scratch(_x.Height);

    /// <summary>Elements of a thread's sums.</summary>
    public long SumCount => _product.GradientCount;

    /// <summary>Takes over the layer's weights as they are now.</summary>
    public void TakeWeights()
    {
        _product.SetWeights(FloatData.Of(_layer.weight));
        FloatData.Of(_layer.bias!).CopyTo(new Span<float>(_bias.Pointer, _y.Channels));
    }

    /// <summary>Computes the output for some of the images.</summary>
    public void Forward(int first, int last, Worker worker) => _product.Forward(_x, _y, _bias.Pointer, first, last, worker.Scratch.Pointer);

    /// <summary>Computes the gradients.</summary>
    /// <param name="dy">The output's.</param>
    /// <param name="dx">Where the input's goes, overwritten; null if nobody asks.</param>
    /// <param name="images">How many images.</param>
    /// <param name="workers">Who does it.</param>
    public void Backward(FeatureMaps dy, FeatureMaps? dx, int images, KernelWorkers workers)
    {
        workers.SumUp(images, 1, SumCount, (first, last, worker) =>
            _product.Backward(_x, dy, dx, worker.Sum.Pointer, first, last, worker.Scratch.Pointer));
        _product.WeightGradients(workers.Total(0, SumCount), Gradients.Of(_layer.weight), Gradients.Of(_layer.bias!));
    }

    public void Dispose()
    {
        _product.Dispose();
        _bias.Dispose();
    }
}
