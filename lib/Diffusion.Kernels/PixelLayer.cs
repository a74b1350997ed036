using TorchSharp.Modules;

namespace Diffusion.Kernels;

/// <summary>A 1×1 convolution, or a transposed one without overlap, of a network, from maps to maps.</summary>
internal sealed unsafe class PixelLayer<V> : IDisposable where V : struct, ILanes<V>
{
    private readonly Convolution layer;
    private readonly PixelProduct<V> product;
    private readonly AlignedMemory bias;
    private readonly FeatureMaps x, y;

    /// <summary>Makes a layer.</summary>
    /// <param name="layer">The network's layer.</param>
    /// <param name="x">The input.</param>
    /// <param name="y">The output.</param>
    public PixelLayer(Convolution layer, FeatureMaps x, FeatureMaps y)
    {
        (this.layer, this.x, this.y) = (layer, x, y);
        product = new PixelProduct<V>((int)layer.in_channels, y.Channels, y.Height / x.Height, layer.transposed);
        bias = new AlignedMemory(y.Channels);
    }

    /// <summary>Elements of working memory that a thread needs.</summary>
    public long Scratch => product.Scratch(x.Height);

    /// <summary>Elements of a thread's sums.</summary>
    public long SumCount => product.GradientCount;

    /// <summary>Takes over the layer's weights as they are now.</summary>
    public void TakeWeights()
    {
        product.SetWeights(FloatData.Of(layer.weight));
        FloatData.Of(layer.bias!).CopyTo(new Span<float>(bias.Pointer, y.Channels));
    }

    /// <summary>Computes the output for some of the images.</summary>
    public void Forward(int first, int last, Worker worker) => product.Forward(x, y, bias.Pointer, first, last, worker.Scratch.Pointer);

    /// <summary>Computes the gradients.</summary>
    /// <param name="dy">The output's.</param>
    /// <param name="dx">Where the input's goes, overwritten; null if nobody asks.</param>
    /// <param name="images">How many images.</param>
    /// <param name="workers">Who does it.</param>
    public void Backward(FeatureMaps dy, FeatureMaps? dx, int images, KernelWorkers workers)
    {
        workers.SumUp(images, 1, SumCount, (first, last, worker) =>
            product.Backward(x, dy, dx, worker.Sum.Pointer, first, last, worker.Scratch.Pointer));
        product.WeightGradients(workers.Total(0, SumCount), Gradients.Of(layer.weight), Gradients.Of(layer.bias!));
    }

    public void Dispose()
    {
        product.Dispose();
        bias.Dispose();
    }
}
