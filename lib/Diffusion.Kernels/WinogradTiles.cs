using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Diffusion.Kernels;

/// <summary>Cuts feature maps into tiles, transforms them, and puts them together again.</summary>
/// <remarks>
/// A block of tiles is kept as 36 matrices [tiles, channels], one for each point of the transform, <c>plane</c> elements apart.
/// What lies outside an image is zero when read and dropped when written.
/// </remarks>
internal static unsafe class WinogradTiles
{
    private const int Lanes = 16, Side = WinogradTransform.Side, Outputs = WinogradTransform.Outputs;

    /// <summary>Elements that each method needs to work in.</summary>
    public const int Scratch = 2 * WinogradTransform.Points * Lanes;

    /// <summary>Tiles along a side of an image.</summary>
    public static int PerSide(int height) => (height + Outputs - 1) / Outputs;

    /// <summary>Bᵀ d B of all tiles of an image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FromInput(float* image, int height, int stride, int channels, float* tiles, nint plane, float* scratch)
    {
        var side = PerSide(height);
        for (var ty = 0; ty < side; ty++)
            for (var tx = 0; tx < side; tx++, tiles += channels)
                for (var c = 0; c < channels; c += Lanes)
                {
                    Cut(image + c, height, stride, Outputs * ty - 1, Outputs * tx - 1, Side, scratch);
                    for (var x = 0; x < Side; x++)
                        WinogradTransform.Input(scratch + x * Lanes, Side * Lanes, scratch + x * Lanes, Side * Lanes);
                    for (var y = 0; y < Side; y++)
                        WinogradTransform.Input(scratch + y * Side * Lanes, Lanes, tiles + c + y * Side * plane, plane);
                }
    }

    /// <summary>A y Aᵀ of all tiles of an image: what <see cref="ToOutput"/> takes back to them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FromOutput(float* image, int height, int stride, int channels, float* tiles, nint plane, float* scratch)
    {
        var side = PerSide(height);
        var wide = scratch + Outputs * Outputs * Lanes;                // [6, 4]
        for (var ty = 0; ty < side; ty++)
            for (var tx = 0; tx < side; tx++, tiles += channels)
                for (var c = 0; c < channels; c += Lanes)
                {
                    Cut(image + c, height, stride, Outputs * ty, Outputs * tx, Outputs, scratch);
                    for (var x = 0; x < Outputs; x++)
                        WinogradTransform.OutputAdjoint(scratch + x * Lanes, Outputs * Lanes, wide + x * Lanes, Outputs * Lanes);
                    for (var y = 0; y < Side; y++)
                        WinogradTransform.OutputAdjoint(wide + y * Outputs * Lanes, Lanes, tiles + c + y * Side * plane, plane);
                }
    }

    /// <summary>Aᵀ m A of all tiles of an image, plus a number for each channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToOutput(float* tiles, nint plane, float* image, int height, int stride, int channels, float* bias, float* scratch)
    {
        var side = PerSide(height);
        var done = scratch + Outputs * Side * Lanes;                   // after [4, 6]
        for (var ty = 0; ty < side; ty++)
            for (var tx = 0; tx < side; tx++, tiles += channels)
                for (var c = 0; c < channels; c += Lanes)
                {
                    for (var x = 0; x < Side; x++)
                        WinogradTransform.Output(tiles + c + x * plane, Side * plane, scratch + x * Lanes, Side * Lanes);
                    for (var y = 0; y < Outputs; y++)
                        WinogradTransform.Output(scratch + y * Side * Lanes, Lanes, done + y * Outputs * Lanes, Lanes);
                    var start = bias == null ? Vector512<float>.Zero : Vector512.Load(bias + c);
                    var (top, left) = (Outputs * ty, Outputs * tx);
                    for (var y = 0; y < Math.Min(Outputs, height - top); y++)
                        for (var x = 0; x < Math.Min(Outputs, height - left); x++)
                            (Vector512.Load(done + (y * Outputs + x) * Lanes) + start)
                                .Store(image + c + ((nint)(top + y) * height + left + x) * stride);
                }
    }

    /// <summary>B t Bᵀ of all tiles of an image, added up where they overlap, and to what stands there or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToInput(float* tiles, nint plane, float* image, int height, int stride, int channels, bool add, float* scratch)
    {
        for (var pixel = 0; !add && pixel < height * height; pixel++)
            new Span<float>(image + (nint)pixel * stride, channels).Clear();
        var side = PerSide(height);
        var done = scratch + WinogradTransform.Points * Lanes;
        for (var ty = 0; ty < side; ty++)
            for (var tx = 0; tx < side; tx++, tiles += channels)
                for (var c = 0; c < channels; c += Lanes)
                {
                    for (var x = 0; x < Side; x++)
                        WinogradTransform.InputAdjoint(tiles + c + x * plane, Side * plane, scratch + x * Lanes, Side * Lanes);
                    for (var y = 0; y < Side; y++)
                        WinogradTransform.InputAdjoint(scratch + y * Side * Lanes, Lanes, done + y * Side * Lanes, Lanes);
                    var (top, left) = (Outputs * ty - 1, Outputs * tx - 1);
                    for (var y = Math.Max(0, -top); y < Math.Min(Side, height - top); y++)
                        for (var x = Math.Max(0, -left); x < Math.Min(Side, height - left); x++)
                        {
                            var to = image + c + ((nint)(top + y) * height + left + x) * stride;
                            (Vector512.Load(to) + Vector512.Load(done + (y * Side + x) * Lanes)).Store(to);
                        }
                }
    }

    // A square of pixels, 16 channels of each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cut(float* image, int height, int stride, int top, int left, int side, float* to)
    {
        for (var y = top; y < top + side; y++)
            for (var x = left; x < left + side; x++, to += Lanes)
            {
                var inside = (uint)y < (uint)height && (uint)x < (uint)height;
                (inside ? Vector512.Load(image + ((nint)y * height + x) * stride) : Vector512<float>.Zero).Store(to);
            }
    }
}
