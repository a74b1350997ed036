using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>The small steps between convolutions, on some of the images, and their gradients.</summary>
internal static unsafe class MapOperations<V> where V : struct, ILanes<V>
{
    /// <summary>Takes over tensors' elements, [B, channels, H, H].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Read(float* from, int channels, FeatureMaps to, int first, int last)
    {
        from += (long)first * channels * to.Pixels;
        for (var image = first; image < last; image++)
            for (var c = 0; c < channels; c++)
                for (var pixel = 0; pixel < to.Pixels; pixel++)
                    to.Image(image)[(nint)pixel * to.Stride + c] = *from++;
    }

    /// <summary>Gives elements to tensors, [B, channels, H, H].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Write(FeatureMaps from, int channels, float* to, int first, int last)
    {
        to += (long)first * channels * from.Pixels;
        for (var image = first; image < last; image++)
            for (var c = 0; c < channels; c++)
                for (var pixel = 0; pixel < from.Pixels; pixel++)
                    *to++ = from.Image(image)[(nint)pixel * from.Stride + c];
    }

    /// <summary>The largest of each 2×2 pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Pool(FeatureMaps x, FeatureMaps y, int first, int last)
    {
        nint right = x.Stride, below = (nint)x.Height * x.Stride;
        for (var image = first; image < last; image++)
            for (var row = 0; row < y.Height; row++)
                for (var column = 0; column < y.Height; column++)
                {
                    var from = x.Image(image) + 2 * (row * below + column * right);
                    var to = y.Image(image) + ((nint)row * y.Height + column) * y.Stride;
                    for (var c = 0; c < y.Channels; c += V.Count)
                        V.Max(V.Max(V.Load(from + c), V.Load(from + c + right)),
                            V.Max(V.Load(from + c + below), V.Load(from + c + below + right))).Store(to + c);
                }
    }

    /// <summary>The gradient of what was pooled, put in its own place: all to the first of the largest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void PoolBackward(FeatureMaps x, FeatureMaps y, FeatureMaps dy, int first, int last)
    {
        nint right = x.Stride, below = (nint)x.Height * x.Stride;
        for (var image = first; image < last; image++)
            for (var row = 0; row < y.Height; row++)
                for (var column = 0; column < y.Height; column++)
                {
                    var from = x.Image(image) + 2 * (row * below + column * right);
                    var pixel = (nint)row * y.Height + column;
                    for (var c = 0; c < y.Channels; c += V.Count)
                    {
                        var largest = V.Load(y.Image(image) + pixel * y.Stride + c);
                        var left = V.Load(dy.Image(image) + pixel * dy.Stride + c);
                        left = Route(from + c, largest, left);
                        left = Route(from + c + right, largest, left);
                        left = Route(from + c + below, largest, left);
                        Route(from + c + below + right, largest, left);
                    }
                }
    }

    /// <summary>y = scale·x + shift, each a number for each image and channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Modulate(FeatureMaps x, Modulation by, FeatureMaps y, int first, int last)
    {
        for (var image = first; image < last; image++)
            for (var c = 0; c < x.Channels; c += V.Count)
            {
                V scale = V.Load(by.ScaleOf(image) + c), shift = V.Load(by.ShiftOf(image) + c);
                float* from = x.Image(image) + c, to = y.Image(image) + c;
                for (var pixel = 0; pixel < x.Pixels; pixel++, from += x.Stride, to += y.Stride)
                    V.FusedMultiplyAdd(scale, V.Load(from), shift).Store(to);
            }
    }

    /// <summary>The gradients of scale and shift, and of x, which is put in its own place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ModulateBackward(FeatureMaps x, Modulation by, FeatureMaps dy, Modulation gradient, int first, int last)
    {
        for (var image = first; image < last; image++)
            for (var c = 0; c < x.Channels; c += V.Count)
            {
                V scale = V.Load(by.ScaleOf(image) + c), sum = default(V), products = sum;
                float* at = x.Image(image) + c, from = dy.Image(image) + c;
                for (var pixel = 0; pixel < x.Pixels; pixel++, at += x.Stride, from += dy.Stride)
                {
                    var d = V.Load(from);
                    sum += d;
                    products = V.FusedMultiplyAdd(d, V.Load(at), products);
                    (scale * d).Store(at);
                }
                products.Store(gradient.ScaleOf(image) + c);
                sum.Store(gradient.ShiftOf(image) + c);
            }
    }

    /// <summary>to = scale·(to + from).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddAndScale(FeatureMaps from, FeatureMaps to, float scale, int first, int last)
    {
        var scales = V.Create(scale);
        for (var image = first; image < last; image++)
            for (nint pixel = 0; pixel < to.Pixels; pixel++)
                for (var c = 0; c < to.Channels; c += V.Count)
                {
                    var at = to.Image(image) + pixel * to.Stride + c;
                    (scales * (V.Load(at) + V.Load(from.Image(image) + pixel * from.Stride + c))).Store(at);
                }
    }

    /// <summary>to = scale·from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Scale(FeatureMaps from, FeatureMaps to, float scale, int first, int last)
    {
        var scales = V.Create(scale);
        for (var image = first; image < last; image++)
            for (nint pixel = 0; pixel < to.Pixels; pixel++)
                for (var c = 0; c < to.Channels; c += V.Count)
                    (scales * V.Load(from.Image(image) + pixel * from.Stride + c)).Store(to.Image(image) + pixel * to.Stride + c);
    }

    /// <summary>The sum over each image's pixels, [B, channels].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Sum(FeatureMaps x, float* sums, int first, int last)
    {
        for (var image = first; image < last; image++)
            for (var c = 0; c < x.Channels; c += V.Count)
            {
                var sum = default(V);
                var from = x.Image(image) + c;
                for (var pixel = 0; pixel < x.Pixels; pixel++, from += x.Stride) sum += V.Load(from);
                sum.Store(sums + (long)image * x.Channels + c);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Route(float* at, V largest, V left)
    {
        var here = V.Equals(V.Load(at), largest);
        (left & here).Store(at);
        return V.AndNot(left, here);
    }
}

/// <summary>A scale and a shift for each image and channel.</summary>
/// <param name="Scale">The first scale, [B, C] or [1, C].</param>
/// <param name="ScaleStride">From one image's to the next: C, or 0 where all share them.</param>
/// <param name="Shift">The first shift.</param>
/// <param name="ShiftStride">From one image's to the next.</param>
internal readonly unsafe record struct Modulation(nint Scale, int ScaleStride, nint Shift, int ShiftStride)
{
    public float* ScaleOf(int image) => (float*)Scale + (long)image * ScaleStride;

    public float* ShiftOf(int image) => (float*)Shift + (long)image * ShiftStride;
}
