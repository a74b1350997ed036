namespace Diffusion.Kernels;

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
