using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace Diffusion.Kernels;

/// <summary>Group normalisation and ReLU of a network, from maps to maps, and their gradients (Wu and He 2018).</summary>
internal sealed unsafe class GroupNormRelu<V> : IDisposable where V : struct, ILanes<V>
{
    private readonly GroupNorm _norm;
    private readonly FeatureMaps _y, _a;
    private readonly int _channels, _width;                            // of a group
    private readonly AlignedMemory _scales, _shifts, _means, _deviations, _sums, _products;

    /// <summary>Makes a layer.</summary>
    /// <param name="norm">The network's normalisation.</param>
    /// <param name="y">The input.</param>
    /// <param name="a">The output, which may be in the input's place where no gradients are asked for.</param>
    public GroupNormRelu(GroupNorm norm, FeatureMaps y, FeatureMaps a)
    {
        (_norm, _y, _a) = (norm, y, a);
        (_channels, _width) = (y.Channels, y.Channels / (int)norm.num_groups);
        AlignedMemory Numbers() => new((long)y.Images * _channels);
        (_scales, _shifts, _means, _deviations, _sums, _products) = (Numbers(), Numbers(), Numbers(), Numbers(), Numbers(), Numbers());
    }

    /// <summary>Computes the output for some of the images.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Forward(int first, int last)
    {
        BatchNormGelu<V>.Moments(_y, _means.Pointer, _products.Pointer, first, last);
        for (var image = first; image < last; image++)
        {
            SetScales(image);
            for (var c = 0; c < _channels; c += V.Count)
            {
                var at = (long)image * _channels + c;
                V scale = V.Load(_scales.Pointer + at), shift = V.Load(_shifts.Pointer + at);
                float* from = _y.Image(image) + c, to = _a.Image(image) + c;
                for (var pixel = 0; pixel < _y.Pixels; pixel++, from += _y.Stride, to += _a.Stride)
                    V.MaxNative(default, V.FusedMultiplyAdd(V.Load(from), scale, shift)).Store(to);
            }
        }
    }

    /// <summary>Turns the output's gradient, in its place, into the input's, for some of the images.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Backward(FeatureMaps da, int first, int last)
    {
        var numbers = stackalloc float[3 * _channels];
        for (var image = first; image < last; image++)
        {
            for (var c = 0; c < _channels; c += V.Count) ThroughRelu(da, image, c);
            SetCoefficients(image, new(numbers, _channels), new(numbers + _channels, _channels), new(numbers + 2 * _channels, _channels));
            BatchNormGelu<V>.ThroughNorm(da, _y, numbers, numbers + _channels, numbers + 2 * _channels, image, image + 1);
        }
    }

    /// <summary>Sets the normalisation's gradients, once all images are done.</summary>
    public void Finish(int images)
    {
        Span<float> weight = Gradients.Of(_norm.weight), bias = Gradients.Of(_norm.bias!);
        for (var c = 0; c < _channels; c++)
        {
            double sum = 0, product = 0;
            for (var i = 0; i < images; i++)
            {
                var at = (long)i * _channels + c;
                sum += _sums.Pointer[at];
                product += _products.Pointer[at] / _deviations.Pointer[at];
            }
            (weight[c], bias[c]) = ((float)product, (float)sum);
        }
    }

    public void Dispose()
    {
        foreach (var memory in (AlignedMemory[])[_scales, _shifts, _means, _deviations, _sums, _products]) memory.Dispose();
    }

    // Of each group, from its channels' moments.
    private void SetScales(int image)
    {
        Span<float> weight = FloatData.Of(_norm.weight), bias = FloatData.Of(_norm.bias!);
        var start = (long)image * _channels;
        float* mean = _means.Pointer + start, square = _products.Pointer + start;
        for (var group = 0; group < _channels; group += _width)
        {
            double middle = 0, all = 0;
            for (var c = group; c < group + _width; c++) middle += mean[c];
            middle /= _width;
            for (var c = group; c < group + _width; c++) all += square[c] + _y.Pixels * (mean[c] - middle) * (mean[c] - middle);
            var deviation = Math.Sqrt(all / (_width * _y.Pixels) + _norm.eps);
            for (var c = group; c < group + _width; c++)
            {
                var scale = weight[c] / deviation;
                _scales.Pointer[start + c] = (float)scale;
                _shifts.Pointer[start + c] = (float)(bias[c] - middle * scale);
                mean[c] = (float)middle;
                _deviations.Pointer[start + c] = (float)deviation;
            }
        }
    }

    private void ThroughRelu(FeatureMaps da, int image, int c)
    {
        var at = (long)image * _channels + c;
        V scale = V.Load(_scales.Pointer + at), shift = V.Load(_shifts.Pointer + at);
        V mean = V.Load(_means.Pointer + at), sum = default(V), product = sum;
        float* gradient = da.Image(image) + c, from = _y.Image(image) + c;
        for (var pixel = 0; pixel < _y.Pixels; pixel++, gradient += da.Stride, from += _y.Stride)
        {
            var value = V.Load(from);
            var open = V.GreaterThan(V.FusedMultiplyAdd(value, scale, shift), default(V));
            var dn = V.Load(gradient) & open;
            dn.Store(gradient);
            sum += dn;
            product = V.FusedMultiplyAdd(dn, value - mean, product);
        }
        sum.Store(_sums.Pointer + at);
        product.Store(_products.Pointer + at);
    }

    // dy = w/σ dn − 1/(nσ) (Σ w dn + ŷ Σ w dn ŷ), the sums over the group, written as a·dn + b·y + c
    private void SetCoefficients(int image, Span<float> onGradient, Span<float> onValue, Span<float> shift)
    {
        var weight = FloatData.Of(_norm.weight);
        var start = (long)image * _channels;
        for (var group = 0; group < _channels; group += _width)
        {
            double sum = 0, product = 0, deviation = _deviations.Pointer[start + group], mean = _means.Pointer[start + group], count = _width * _y.Pixels;
            for (var c = group; c < group + _width; c++)
            {
                sum += (double)weight[c] * _sums.Pointer[start + c];
                product += (double)weight[c] * _products.Pointer[start + c] / deviation;
            }
            for (var c = group; c < group + _width; c++)
            {
                onGradient[c] = _scales.Pointer[start + c];
                onValue[c] = (float)(-product / (count * deviation * deviation));
                shift[c] = (float)(-sum / (count * deviation) - onValue[c] * mean);
            }
        }
    }
}
