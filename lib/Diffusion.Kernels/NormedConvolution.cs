using TorchSharp.Modules;

namespace Diffusion.Kernels;

/// <summary>A 3×3 convolution, batch normalisation and GELU of a network, from maps to maps.</summary>
internal sealed unsafe class NormedConvolution<V> : IDisposable where V : struct, ILanes<V>
{
    private const int Rows = 6;                                        // numbers for each channel
    private readonly ConvolutionLayer<V> _layer;
    private readonly BatchNorm2d _norm;
    private readonly AlignedMemory _numbers, _sums;
    private readonly FeatureMaps _y, _derivative, _a;
    private readonly int _channels;
    private readonly double[] _deviations;                             // √(σ² + ε)

    /// <summary>Makes a layer.</summary>
    /// <param name="conv">The network's convolution.</param>
    /// <param name="norm">Its normalisation.</param>
    /// <param name="x">The input.</param>
    /// <param name="a">The output.</param>
    /// <param name="memory">Where the training keeps what the gradients need; null for none.</param>
    public NormedConvolution(Conv2d conv, BatchNorm2d norm, FeatureMaps x, FeatureMaps a, MapMemory? memory)
    {
        (_norm, Input, _a, _channels) = (norm, x, a, a.Channels);
        _y = memory?.Maps(a.Height, _channels) ?? a;
        _derivative = memory?.Maps(a.Height, _channels) ?? a;
        _layer = new ConvolutionLayer<V>(conv, x, _y);
        _deviations = new double[_channels];
        _numbers = new AlignedMemory(Rows * _channels);
        _sums = new AlignedMemory(memory is null ? 0 : 2L * memory.Capacity * _channels);
    }

    /// <summary>Elements of working memory that a thread needs.</summary>
    public long Scratch => _layer.Scratch;

    /// <summary>Elements of a thread's sums.</summary>
    public long SumCount => _layer.SumCount;

    /// <summary>The input.</summary>
    public FeatureMaps Input { get; }

    private float* Scale => _numbers.Pointer;

    private float* Shift => _numbers.Pointer + _channels;

    private float* Mean => _numbers.Pointer + 2 * _channels;

    /// <summary>Takes over the weights and the running statistics, to compute as in eval mode.</summary>
    /// <param name="workers">Who does it.</param>
    public void Freeze(KernelWorkers workers)
    {
        _layer.TakeWeights(backward: false, workers);
        SetScales(c => (FloatData.Of(_norm.running_mean!)[c], FloatData.Of(_norm.running_var!)[c]));
    }

    /// <summary>Computes the output for some of the images, frozen.</summary>
    public void Infer(int first, int last, Worker worker)
    {
        _layer.Forward(first, last, worker);
        BatchNormGelu<V>.Apply(_y, Scale, Shift, _a, first, last);
    }

    /// <summary>Computes the output as in training, and what goes with it: the running statistics.</summary>
    public void Forward(int images, KernelWorkers workers)
    {
        _layer.TakeWeights(backward: true, workers);
        float* means = _sums.Pointer, squares = means + (long)images * _channels;
        workers.Each(images, _layer.Block, (first, last, worker) =>
        {
            _layer.Forward(first, last, worker);
            BatchNormGelu<V>.Moments(_y, means, squares, first, last);
        });
        SetScales(c => Statistics(c, images, means, squares));
        workers.Each(images, 1, (first, last, _) => BatchNormGelu<V>.Apply(_y, Scale, Shift, _a, _derivative, first, last));
    }

    /// <summary>Computes the gradients.</summary>
    /// <param name="da">The output's.</param>
    /// <param name="dx">Where the input's goes, which may be the input's place; null if nobody asks.</param>
    /// <param name="add">Whether it is added to what stands there.</param>
    /// <param name="images">How many images.</param>
    /// <param name="workers">Who does it.</param>
    public void Backward(FeatureMaps da, FeatureMaps? dx, bool add, int images, KernelWorkers workers)
    {
        float* gradients = _sums.Pointer, products = gradients + (long)images * _channels;
        workers.Each(images, 1, (first, last, _) => BatchNormGelu<V>.ThroughGelu(da, _derivative, _y, Mean, gradients, products, first, last));
        SetGradients(images, gradients, products);
        float* onGradient = _numbers.Pointer + 3 * _channels, onValue = onGradient + _channels, shift = onValue + _channels;
        workers.SumUp(images, _layer.Block, _layer.SumCount, (first, last, worker) =>
        {
            BatchNormGelu<V>.ThroughNorm(_derivative, _y, onGradient, onValue, shift, first, last);
            _layer.Backward(_derivative, dx, add, first, last, worker);
        });
        _layer.SetWeightGradient(workers);
        _layer.ClearBiasGradient();                                    // the mean is taken off: a bias before it has no effect
    }

    public void Dispose()
    {
        _layer.Dispose();
        _numbers.Dispose();
        _sums.Dispose();
    }

    private void SetScales(Func<int, (double Mean, double Variance)> moments)
    {
        Span<float> weight = FloatData.Of(_norm.weight!), bias = FloatData.Of(_norm.bias!);
        for (var c = 0; c < _channels; c++)
        {
            var (mean, variance) = moments(c);
            _deviations[c] = Math.Sqrt(variance + _norm.eps);
            var scale = weight[c] / _deviations[c];
            Scale[c] = (float)scale;
            Shift[c] = (float)(bias[c] - mean * scale);
            Mean[c] = (float)mean;
        }
    }

    // Over all images, from each one's own (Chan et al. 1979); the running ones move towards it.
    private (double, double) Statistics(int c, int images, float* means, float* squares)
    {
        double mean = 0, square = 0, count = (double)images * _y.Pixels;
        for (var i = 0; i < images; i++) mean += means[(long)i * _channels + c];
        mean /= images;
        for (var i = 0; i < images; i++)
        {
            var deviation = means[(long)i * _channels + c] - mean;
            square += squares[(long)i * _channels + c] + _y.Pixels * deviation * deviation;
        }
        var momentum = _norm.momentum ?? throw new NotSupportedException("A kernel's batch normalisation has a momentum.");
        ref var running = ref FloatData.Of(_norm.running_mean!)[c];
        running = (float)((1 - momentum) * running + momentum * mean);
        ref var spread = ref FloatData.Of(_norm.running_var!)[c];
        spread = (float)((1 - momentum) * spread + momentum * square / (count - 1));
        if (c == 0) _norm.num_batches_tracked!.add_(1);
        return (mean, square / count);
    }

    // dy = w/σ (dn − mean of dn − ŷ · mean of dn ŷ), written as a·dn + b·y + c
    private void SetGradients(int images, float* gradients, float* products)
    {
        Span<float> weight = FloatData.Of(_norm.weight!), weightGradient = Gradients.Of(_norm.weight!), biasGradient = Gradients.Of(_norm.bias!);
        var count = (double)images * _y.Pixels;
        for (var c = 0; c < _channels; c++)
        {
            double sum = 0, product = 0;
            for (var i = 0; i < images; i++)
            {
                sum += gradients[(long)i * _channels + c];
                product += products[(long)i * _channels + c];
            }
            var deviation = _deviations[c];
            var onValue = -Scale[c] * product / (deviation * deviation * count);
            biasGradient[c] = (float)sum;
            weightGradient[c] = (float)(product / deviation);
            _numbers.Pointer[3 * _channels + c] = Scale[c];
            _numbers.Pointer[4 * _channels + c] = (float)onValue;
            _numbers.Pointer[5 * _channels + c] = (float)(-Scale[c] * sum / count - onValue * Mean[c]);
        }
    }
}
