using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>Cuts feature maps into tiles, transforms them, and puts them together again.</summary>
/// <remarks>
/// A block of tiles is kept as 36 matrices [tiles, channels], one for each point of the transform, <c>plane</c> elements apart.
/// What lies outside an image is zero when read and dropped when written.
/// </remarks>
internal static unsafe class WinogradTiles<V> where V : struct, ILanes<V>
{
    private const int Side = WinogradTransform<V>.Side, Outputs = WinogradTransform<V>.Outputs;

    /// <summary>Elements that each method needs to work in.</summary>
    public static int Scratch => 2 * WinogradTransform<V>.Points * V.Count;

    /// <summary>Tiles along a side of an image.</summary>
    public static int PerSide(int height) => (height + Outputs - 1) / Outputs;

    /// <summary>Bᵀ d B of all tiles of an image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void FromInput(float* image, int height, int stride, int channels, float* tiles, nint plane, float* scratch)
    {
        var side = PerSide(height);
        for (var ty = 0; ty < side; ty++)
            for (var tx = 0; tx < side; tx++, tiles += channels)
                for (var c = 0; c < channels; c += V.Count)
                {
                    Cut(image + c, height, stride, Outputs * ty - 1, Outputs * tx - 1, Side, scratch);
                    for (var x = 0; x < Side; x++)
                        WinogradTransform<V>.Input(scratch + x * V.Count, Side * V.Count, scratch + x * V.Count, Side * V.Count);
                    for (var y = 0; y < Side; y++)
                        WinogradTransform<V>.Input(scratch + y * Side * V.Count, V.Count, tiles + c + y * Side * plane, plane);
                }
    }

    /// <summary>A y Aᵀ of all tiles of an image: what <see cref="ToOutput"/> takes back to them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void FromOutput(float* image, int height, int stride, int channels, float* tiles, nint plane, float* scratch)
    {
        var side = PerSide(height);
        var wide = scratch + Outputs * Outputs * V.Count;                // [6, 4]
        for (var ty = 0; ty < side; ty++)
            for (var tx = 0; tx < side; tx++, tiles += channels)
                for (var c = 0; c < channels; c += V.Count)
                {
                    Cut(image + c, height, stride, Outputs * ty, Outputs * tx, Outputs, scratch);
                    for (var x = 0; x < Outputs; x++)
                        WinogradTransform<V>.OutputAdjoint(scratch + x * V.Count, Outputs * V.Count, wide + x * V.Count, Outputs * V.Count);
                    for (var y = 0; y < Side; y++)
                        WinogradTransform<V>.OutputAdjoint(wide + y * Outputs * V.Count, V.Count, tiles + c + y * Side * plane, plane);
                }
    }

    /// <summary>Aᵀ m A of all tiles of an image, plus a number for each channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ToOutput(float* tiles, nint plane, float* image, int height, int stride, int channels, float* bias, float* scratch)
    {
        var side = PerSide(height);
        var done = scratch + Outputs * Side * V.Count;                   // after [4, 6]
        for (var ty = 0; ty < side; ty++)
            for (var tx = 0; tx < side; tx++, tiles += channels)
                for (var c = 0; c < channels; c += V.Count)
                {
                    for (var x = 0; x < Side; x++)
                        WinogradTransform<V>.Output(tiles + c + x * plane, Side * plane, scratch + x * V.Count, Side * V.Count);
                    for (var y = 0; y < Outputs; y++)
                        WinogradTransform<V>.Output(scratch + y * Side * V.Count, V.Count, done + y * Outputs * V.Count, V.Count);
                    var start = bias == null ? default(V) : V.Load(bias + c);
                    var (top, left) = (Outputs * ty, Outputs * tx);
                    for (var y = 0; y < Math.Min(Outputs, height - top); y++)
                        for (var x = 0; x < Math.Min(Outputs, height - left); x++)
                            (V.Load(done + (y * Outputs + x) * V.Count) + start)
                                .Store(image + c + ((nint)(top + y) * height + left + x) * stride);
                }
    }

    /// <summary>B t Bᵀ of all tiles of an image, added up where they overlap, and to what stands there or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ToInput(float* tiles, nint plane, float* image, int height, int stride, int channels, bool add, float* scratch)
    {
        for (var pixel = 0; !add && pixel < height * height; pixel++)
            new Span<float>(image + (nint)pixel * stride, channels).Clear();
        var side = PerSide(height);
        var done = scratch + WinogradTransform<V>.Points * V.Count;
        for (var ty = 0; ty < side; ty++)
            for (var tx = 0; tx < side; tx++, tiles += channels)
                for (var c = 0; c < channels; c += V.Count)
                {
                    for (var x = 0; x < Side; x++)
                        WinogradTransform<V>.InputAdjoint(tiles + c + x * plane, Side * plane, scratch + x * V.Count, Side * V.Count);
                    for (var y = 0; y < Side; y++)
                        WinogradTransform<V>.InputAdjoint(scratch + y * Side * V.Count, V.Count, done + y * Side * V.Count, V.Count);
                    var (top, left) = (Outputs * ty - 1, Outputs * tx - 1);
                    for (var y = Math.Max(0, -top); y < Math.Min(Side, height - top); y++)
                        for (var x = Math.Max(0, -left); x < Math.Min(Side, height - left); x++)
                        {
                            var to = image + c + ((nint)(top + y) * height + left + x) * stride;
                            (V.Load(to) + V.Load(done + (y * Side + x) * V.Count)).Store(to);
                        }
                }
    }

    // A square of pixels, 16 channels of each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cut(float* image, int height, int stride, int top, int left, int side, float* to)
    {
        for (var y = top; y < top + side; y++)
            for (var x = left; x < left + side; x++, to += V.Count)
            {
                var inside = (uint)y < (uint)height && (uint)x < (uint)height;
                (inside ? V.Load(image + ((nint)y * height + x) * stride) : default(V)).Store(to);
            }
    }
}
