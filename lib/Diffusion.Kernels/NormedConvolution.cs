using TorchSharp.Modules;

namespace Diffusion.Kernels;

/// <summary>A 3×3 convolution, batch normalisation and GELU of a network, from maps to maps.</summary>
internal sealed unsafe class NormedConvolution<V> : IDisposable where V : struct, ILanes<V>
{
    private const int Rows = 6;                                        // numbers for each channel
    private readonly ConvolutionLayer<V> layer;
    private readonly BatchNorm2d norm;
    private readonly AlignedMemory numbers, sums;
    private readonly FeatureMaps y, slopes, a;
    private readonly int channels;
    private readonly double[] deviations;                              // √(σ² + ε)

    /// <summary>Makes a layer.</summary>
    /// <param name="conv">The network's convolution.</param>
    /// <param name="norm">Its normalisation.</param>
    /// <param name="x">The input.</param>
    /// <param name="a">The output.</param>
    /// <param name="memory">Where the training keeps what the gradients need; null for none.</param>
    public NormedConvolution(Conv2d conv, BatchNorm2d norm, FeatureMaps x, FeatureMaps a, MapMemory? memory)
    {
        (this.norm, Input, this.a, channels) = (norm, x, a, a.Channels);
        y = memory?.Maps(a.Height, channels) ?? a;
        slopes = memory?.Maps(a.Height, channels) ?? a;
        layer = new ConvolutionLayer<V>(conv, x, y);
        deviations = new double[channels];
        numbers = new AlignedMemory(Rows * channels);
        sums = new AlignedMemory(memory is null ? 0 : 2L * memory.Capacity * channels);
    }

    /// <summary>Elements of working memory that a thread needs.</summary>
    public long Scratch => layer.Scratch;

    /// <summary>Elements of a thread's sums.</summary>
    public long SumCount => layer.SumCount;

    /// <summary>The input.</summary>
    public FeatureMaps Input { get; }

    private float* Scale => numbers.Pointer;

    private float* Shift => numbers.Pointer + channels;

    private float* Mean => numbers.Pointer + 2 * channels;

    /// <summary>Takes over the weights and the running statistics, to compute as in eval mode.</summary>
    /// <param name="workers">Who does it.</param>
    public void Freeze(KernelWorkers workers)
    {
        layer.TakeWeights(backward: false, workers);
        SetScales(c => (FloatData.Of(norm.running_mean!)[c], FloatData.Of(norm.running_var!)[c]));
    }

    /// <summary>Computes the output for some of the images, frozen.</summary>
    public void Infer(int first, int last, Worker worker)
    {
        layer.Forward(first, last, worker);
        BatchNormGelu<V>.Apply(y, Scale, Shift, a, first, last);
    }

    /// <summary>Computes the output as in training, and what goes with it: the running statistics.</summary>
    public void Forward(int images, KernelWorkers workers)
    {
        layer.TakeWeights(backward: true, workers);
        float* means = sums.Pointer, squares = means + (long)images * channels;
        workers.Each(images, layer.Block, (first, last, worker) =>
        {
            layer.Forward(first, last, worker);
            BatchNormGelu<V>.Moments(y, means, squares, first, last);
        });
        SetScales(c => Statistics(c, images, means, squares));
        workers.Each(images, 1, (first, last, _) => BatchNormGelu<V>.Apply(y, Scale, Shift, a, slopes, first, last));
    }

    /// <summary>Computes the gradients.</summary>
    /// <param name="da">The output's.</param>
    /// <param name="dx">Where the input's goes, which may be the input's place; null if nobody asks.</param>
    /// <param name="add">Whether it is added to what stands there.</param>
    /// <param name="images">How many images.</param>
    /// <param name="workers">Who does it.</param>
    public void Backward(FeatureMaps da, FeatureMaps? dx, bool add, int images, KernelWorkers workers)
    {
        float* gradients = sums.Pointer, products = gradients + (long)images * channels;
        workers.Each(images, 1, (first, last, _) => BatchNormGelu<V>.ThroughGelu(da, slopes, y, Mean, gradients, products, first, last));
        SetSlopes(images, gradients, products);
        float* onGradient = numbers.Pointer + 3 * channels, onValue = onGradient + channels, shift = onValue + channels;
        workers.SumUp(images, layer.Block, layer.SumCount, (first, last, worker) =>
        {
            BatchNormGelu<V>.ThroughNorm(slopes, y, onGradient, onValue, shift, first, last);
            layer.Backward(slopes, dx, add, first, last, worker);
        });
        layer.SetWeightGradient(workers);
        layer.ClearBiasGradient();                                     // the mean is taken off: a bias before it has no effect
    }

    public void Dispose()
    {
        layer.Dispose();
        numbers.Dispose();
        sums.Dispose();
    }

    private void SetScales(Func<int, (double Mean, double Variance)> moments)
    {
        Span<float> weight = FloatData.Of(norm.weight!), bias = FloatData.Of(norm.bias!);
        for (var c = 0; c < channels; c++)
        {
            var (mean, variance) = moments(c);
            deviations[c] = Math.Sqrt(variance + norm.eps);
            var scale = weight[c] / deviations[c];
            Scale[c] = (float)scale;
            Shift[c] = (float)(bias[c] - mean * scale);
            Mean[c] = (float)mean;
        }
    }

    // Over all images, from each one's own (Chan et al. 1979); the running ones move towards it.
    private (double, double) Statistics(int c, int images, float* means, float* squares)
    {
        double mean = 0, square = 0, count = (double)images * y.Pixels;
        for (var i = 0; i < images; i++) mean += means[(long)i * channels + c];
        mean /= images;
        for (var i = 0; i < images; i++)
        {
            var deviation = means[(long)i * channels + c] - mean;
            square += squares[(long)i * channels + c] + y.Pixels * deviation * deviation;
        }
        var momentum = norm.momentum ?? throw new NotSupportedException("A kernel's batch normalisation has a momentum.");
        ref var running = ref FloatData.Of(norm.running_mean!)[c];
        running = (float)((1 - momentum) * running + momentum * mean);
        ref var spread = ref FloatData.Of(norm.running_var!)[c];
        spread = (float)((1 - momentum) * spread + momentum * square / (count - 1));
        if (c == 0) norm.num_batches_tracked!.add_(1);
        return (mean, square / count);
    }

    // dy = w/σ (dn − mean of dn − ŷ · mean of dn ŷ), written as a·dn + b·y + c
    private void SetSlopes(int images, float* gradients, float* products)
    {
        Span<float> weight = FloatData.Of(norm.weight!), weightGradient = Gradients.Of(norm.weight!), biasGradient = Gradients.Of(norm.bias!);
        double count = (double)images * y.Pixels;
        for (var c = 0; c < channels; c++)
        {
            double sum = 0, product = 0;
            for (var i = 0; i < images; i++)
            {
                sum += gradients[(long)i * channels + c];
                product += products[(long)i * channels + c];
            }
            double deviation = deviations[c];
            double onValue = -Scale[c] * product / (deviation * deviation * count);
            biasGradient[c] = (float)sum;
            weightGradient[c] = (float)(product / deviation);
            numbers.Pointer[3 * channels + c] = Scale[c];
            numbers.Pointer[4 * channels + c] = (float)onValue;
            numbers.Pointer[5 * channels + c] = (float)(-Scale[c] * sum / count - onValue * Mean[c]);
        }
    }
}
