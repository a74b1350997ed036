using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace Diffusion.Kernels;

/// <summary>Group normalisation and ReLU of a network, from maps to maps, and their gradients (Wu and He 2018).</summary>
internal sealed unsafe class GroupNormRelu<V> : IDisposable where V : struct, ILanes<V>
{
    private readonly GroupNorm norm;
    private readonly FeatureMaps y, a;
    private readonly int channels, width;                              // of a group
    private readonly AlignedMemory scales, shifts, means, deviations, sums, products;

    /// <summary>Makes a layer.</summary>
    /// <param name="norm">The network's normalisation.</param>
    /// <param name="y">The input.</param>
    /// <param name="a">The output, which may be in the input's place where no gradients are asked for.</param>
    public GroupNormRelu(GroupNorm norm, FeatureMaps y, FeatureMaps a)
    {
        (this.norm, this.y, this.a) = (norm, y, a);
        (channels, width) = (y.Channels, y.Channels / (int)norm.num_groups);
        AlignedMemory Numbers() => new((long)y.Images * channels);
        (scales, shifts, means, deviations, sums, products) = (Numbers(), Numbers(), Numbers(), Numbers(), Numbers(), Numbers());
    }

    /// <summary>Computes the output for some of the images.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(int first, int last)
    {
        BatchNormGelu<V>.Moments(y, means.Pointer, products.Pointer, first, last);
        for (var image = first; image < last; image++)
        {
            SetScales(image);
            for (var c = 0; c < channels; c += V.Count)
            {
                var at = (long)image * channels + c;
                V scale = V.Load(scales.Pointer + at), shift = V.Load(shifts.Pointer + at);
                float* from = y.Image(image) + c, to = a.Image(image) + c;
                for (var pixel = 0; pixel < y.Pixels; pixel++, from += y.Stride, to += a.Stride)
                    V.MaxNative(default, V.FusedMultiplyAdd(V.Load(from), scale, shift)).Store(to);
            }
        }
    }

    /// <summary>Turns the output's gradient, in its place, into the input's, for some of the images.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Backward(FeatureMaps da, int first, int last)
    {
        float* numbers = stackalloc float[3 * channels];
        for (var image = first; image < last; image++)
        {
            for (var c = 0; c < channels; c += V.Count) ThroughRelu(da, image, c);
            SetSlopes(image, new(numbers, channels), new(numbers + channels, channels), new(numbers + 2 * channels, channels));
            BatchNormGelu<V>.ThroughNorm(da, y, numbers, numbers + channels, numbers + 2 * channels, image, image + 1);
        }
    }

    /// <summary>Sets the normalisation's gradients, once all images are done.</summary>
    public void Finish(int images)
    {
        Span<float> weight = Gradients.Of(norm.weight), bias = Gradients.Of(norm.bias!);
        for (var c = 0; c < channels; c++)
        {
            double sum = 0, product = 0;
            for (var i = 0; i < images; i++)
            {
                var at = (long)i * channels + c;
                sum += sums.Pointer[at];
                product += products.Pointer[at] / deviations.Pointer[at];
            }
            (weight[c], bias[c]) = ((float)product, (float)sum);
        }
    }

    public void Dispose()
    {
        foreach (var memory in (AlignedMemory[])[scales, shifts, means, deviations, sums, products]) memory.Dispose();
    }

    // Of each group, from its channels' moments.
    private void SetScales(int image)
    {
        Span<float> weight = FloatData.Of(norm.weight), bias = FloatData.Of(norm.bias!);
        var start = (long)image * channels;
        float* mean = means.Pointer + start, square = products.Pointer + start;
        for (var group = 0; group < channels; group += width)
        {
            double middle = 0, all = 0;
            for (var c = group; c < group + width; c++) middle += mean[c];
            middle /= width;
            for (var c = group; c < group + width; c++) all += square[c] + y.Pixels * (mean[c] - middle) * (mean[c] - middle);
            var deviation = Math.Sqrt(all / (width * y.Pixels) + norm.eps);
            for (var c = group; c < group + width; c++)
            {
                var scale = weight[c] / deviation;
                scales.Pointer[start + c] = (float)scale;
                shifts.Pointer[start + c] = (float)(bias[c] - middle * scale);
                mean[c] = (float)middle;
                deviations.Pointer[start + c] = (float)deviation;
            }
        }
    }

    private void ThroughRelu(FeatureMaps da, int image, int c)
    {
        var at = (long)image * channels + c;
        V scale = V.Load(scales.Pointer + at), shift = V.Load(shifts.Pointer + at);
        V mean = V.Load(means.Pointer + at), sum = default(V), product = sum;
        float* gradient = da.Image(image) + c, from = y.Image(image) + c;
        for (var pixel = 0; pixel < y.Pixels; pixel++, gradient += da.Stride, from += y.Stride)
        {
            var value = V.Load(from);
            var open = V.GreaterThan(V.FusedMultiplyAdd(value, scale, shift), default(V));
            var dn = V.Load(gradient) & open;
            dn.Store(gradient);
            sum += dn;
            product = V.FusedMultiplyAdd(dn, value - mean, product);
        }
        sum.Store(sums.Pointer + at);
        product.Store(products.Pointer + at);
    }

    // dy = w/σ dn − 1/(nσ) (Σ w dn + ŷ Σ w dn ŷ), the sums over the group, written as a·dn + b·y + c
    private void SetSlopes(int image, Span<float> onGradient, Span<float> onValue, Span<float> shift)
    {
        var weight = FloatData.Of(norm.weight);
        var start = (long)image * channels;
        for (var group = 0; group < channels; group += width)
        {
            double sum = 0, product = 0, deviation = deviations.Pointer[start + group], mean = means.Pointer[start + group], count = width * y.Pixels;
            for (var c = group; c < group + width; c++)
            {
                sum += (double)weight[c] * sums.Pointer[start + c];
                product += (double)weight[c] * products.Pointer[start + c] / deviation;
            }
            for (var c = group; c < group + width; c++)
            {
                onGradient[c] = scales.Pointer[start + c];
                onValue[c] = (float)(-product / (count * deviation * deviation));
                shift[c] = (float)(-sum / (count * deviation) - onValue[c] * mean);
            }
        }
    }
}
