using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>Batch normalisation and GELU in one walk through memory, and their gradients in two (Ioffe and Szegedy 2015).</summary>
internal static unsafe class BatchNormGelu<V> where V : struct, ILanes<V>
{
    /// <summary>Each image's mean, and its sum of squared deviations from it.</summary>
    /// <param name="y">The maps.</param>
    /// <param name="means">[B, C].</param>
    /// <param name="squares">[B, C].</param>
    /// <param name="first">The first of the images.</param>
    /// <param name="last">The one after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Moments(FeatureMaps y, float* means, float* squares, int first, int last)
    {
        MapOperations<V>.Sum(y, means, first, last);
        for (var image = first; image < last; image++)
            for (var c = 0; c < y.Channels; c += V.Count)
            {
                var at = (long)image * y.Channels + c;
                var mean = V.Load(means + at) * V.Create(1f / y.Pixels);
                var sum = default(V);
                var from = y.Image(image) + c;
                for (var pixel = 0; pixel < y.Pixels; pixel++, from += y.Stride)
                {
                    var deviation = V.Load(from) - mean;
                    sum = V.FusedMultiplyAdd(deviation, deviation, sum);
                }
                mean.Store(means + at);
                sum.Store(squares + at);
            }
    }

    /// <summary>a = gelu(scale·y + shift), and the derivative of the GELU.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Apply(FeatureMaps y, float* scale, float* shift, FeatureMaps a, FeatureMaps derivative, int first, int last)
    {
        for (var image = first; image < last; image++)
        {
            float* from = y.Image(image), to = a.Image(image), derivatives = derivative.Image(image);
            for (var pixel = 0; pixel < y.Pixels; pixel++, from += y.Stride, to += a.Stride, derivatives += derivative.Stride)
                for (var c = 0; c < y.Channels; c += V.Count)
                {
                    var n = V.FusedMultiplyAdd(V.Load(from + c), V.Load(scale + c), V.Load(shift + c));
                    GeluVector<V>.Value(n, out var d).Store(to + c);
                    d.Store(derivatives + c);
                }
        }
    }

    /// <summary>a = gelu(scale·y + shift), which may be in y's place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Apply(FeatureMaps y, float* scale, float* shift, FeatureMaps a, int first, int last)
    {
        for (var image = first; image < last; image++)
        {
            float* from = y.Image(image), to = a.Image(image);
            for (var pixel = 0; pixel < y.Pixels; pixel++, from += y.Stride, to += a.Stride)
                for (var c = 0; c < y.Channels; c += V.Count)
                    GeluVector<V>.Value(V.FusedMultiplyAdd(V.Load(from + c), V.Load(scale + c), V.Load(shift + c)))
                        .Store(to + c);
        }
    }

    /// <summary>n′, the gradient before the GELU, in the derivative's place, and each image's sums of n′ and of n′·(y − mean).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ThroughGelu(FeatureMaps da, FeatureMaps derivative, FeatureMaps y, float* mean, float* sums, float* products, int first, int last)
    {
        for (var image = first; image < last; image++)
            for (var c = 0; c < y.Channels; c += V.Count)
            {
                V centre = V.Load(mean + c), sum = default(V), product = sum;
                float* from = da.Image(image) + c, derivatives = derivative.Image(image) + c, at = y.Image(image) + c;
                for (var pixel = 0; pixel < y.Pixels; pixel++, from += da.Stride, derivatives += derivative.Stride, at += y.Stride)
                {
                    var dn = V.Load(from) * V.Load(derivatives);
                    dn.Store(derivatives);
                    sum += dn;
                    product = V.FusedMultiplyAdd(dn, V.Load(at) - centre, product);
                }
                sum.Store(sums + (long)image * y.Channels + c);
                product.Store(products + (long)image * y.Channels + c);
            }
    }

    /// <summary>g = onGradient·g + onValue·y + shift, numbers for each channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ThroughNorm(FeatureMaps g, FeatureMaps y, float* onGradient, float* onValue, float* shift, int first, int last)
    {
        for (var image = first; image < last; image++)
        {
            float* gradient = g.Image(image), at = y.Image(image);
            for (var pixel = 0; pixel < y.Pixels; pixel++, gradient += g.Stride, at += y.Stride)
                for (var c = 0; c < y.Channels; c += V.Count)
                    V.FusedMultiplyAdd(V.Load(onGradient + c), V.Load(gradient + c),
                        V.FusedMultiplyAdd(V.Load(onValue + c), V.Load(at + c), V.Load(shift + c))).Store(gradient + c);
        }
    }
}
