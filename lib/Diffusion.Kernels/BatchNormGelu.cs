using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Diffusion.Kernels;

/// <summary>Batch normalisation and GELU in one walk through memory, and their gradients in two (Ioffe and Szegedy 2015).</summary>
internal static unsafe class BatchNormGelu
{
    private const int Lanes = 16;

    /// <summary>Each image's mean, and its sum of squared deviations from it.</summary>
    /// <param name="y">The maps.</param>
    /// <param name="means">[B, C].</param>
    /// <param name="squares">[B, C].</param>
    /// <param name="first">The first of the images.</param>
    /// <param name="last">The one after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Moments(FeatureMaps y, float* means, float* squares, int first, int last)
    {
        MapOperations.Sum(y, means, first, last);
        for (var image = first; image < last; image++)
            for (var c = 0; c < y.Channels; c += Lanes)
            {
                var at = (long)image * y.Channels + c;
                var mean = Vector512.Load(means + at) * Vector512.Create(1f / y.Pixels);
                var sum = Vector512<float>.Zero;
                var from = y.Image(image) + c;
                for (var pixel = 0; pixel < y.Pixels; pixel++, from += y.Stride)
                {
                    var deviation = Vector512.Load(from) - mean;
                    sum = Vector512.FusedMultiplyAdd(deviation, deviation, sum);
                }
                mean.Store(means + at);
                sum.Store(squares + at);
            }
    }

    /// <summary>a = gelu(scale·y + shift), and the derivative of the GELU.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(FeatureMaps y, float* scale, float* shift, FeatureMaps a, FeatureMaps derivative, int first, int last)
    {
        for (var image = first; image < last; image++)
        {
            float* from = y.Image(image), to = a.Image(image), slopes = derivative.Image(image);
            for (var pixel = 0; pixel < y.Pixels; pixel++, from += y.Stride, to += a.Stride, slopes += derivative.Stride)
                for (var c = 0; c < y.Channels; c += Lanes)
                {
                    var n = Vector512.FusedMultiplyAdd(Vector512.Load(from + c), Vector512.Load(scale + c), Vector512.Load(shift + c));
                    GeluVector.Value(n, out var slope).Store(to + c);
                    slope.Store(slopes + c);
                }
        }
    }

    /// <summary>a = gelu(scale·y + shift), which may be in y's place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(FeatureMaps y, float* scale, float* shift, FeatureMaps a, int first, int last)
    {
        for (var image = first; image < last; image++)
        {
            float* from = y.Image(image), to = a.Image(image);
            for (var pixel = 0; pixel < y.Pixels; pixel++, from += y.Stride, to += a.Stride)
                for (var c = 0; c < y.Channels; c += Lanes)
                    GeluVector.Value(Vector512.FusedMultiplyAdd(Vector512.Load(from + c), Vector512.Load(scale + c), Vector512.Load(shift + c)))
                        .Store(to + c);
        }
    }

    /// <summary>n′, the gradient before the GELU, in the derivative's place, and each image's sums of n′ and of n′·(y − mean).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ThroughGelu(FeatureMaps da, FeatureMaps derivative, FeatureMaps y, float* mean, float* sums, float* products, int first, int last)
    {
        for (var image = first; image < last; image++)
            for (var c = 0; c < y.Channels; c += Lanes)
            {
                Vector512<float> centre = Vector512.Load(mean + c), sum = Vector512<float>.Zero, product = sum;
                float* from = da.Image(image) + c, slopes = derivative.Image(image) + c, at = y.Image(image) + c;
                for (var pixel = 0; pixel < y.Pixels; pixel++, from += da.Stride, slopes += derivative.Stride, at += y.Stride)
                {
                    var dn = Vector512.Load(from) * Vector512.Load(slopes);
                    dn.Store(slopes);
                    sum += dn;
                    product = Vector512.FusedMultiplyAdd(dn, Vector512.Load(at) - centre, product);
                }
                sum.Store(sums + (long)image * y.Channels + c);
                product.Store(products + (long)image * y.Channels + c);
            }
    }

    /// <summary>g = onGradient·g + onValue·y + shift, numbers for each channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ThroughNorm(FeatureMaps g, FeatureMaps y, float* onGradient, float* onValue, float* shift, int first, int last)
    {
        for (var image = first; image < last; image++)
        {
            float* gradient = g.Image(image), at = y.Image(image);
            for (var pixel = 0; pixel < y.Pixels; pixel++, gradient += g.Stride, at += y.Stride)
                for (var c = 0; c < y.Channels; c += Lanes)
                    Vector512.FusedMultiplyAdd(Vector512.Load(onGradient + c), Vector512.Load(gradient + c),
                        Vector512.FusedMultiplyAdd(Vector512.Load(onValue + c), Vector512.Load(at + c), Vector512.Load(shift + c))).Store(gradient + c);
        }
    }
}
