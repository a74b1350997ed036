namespace Diffusion.Kernels;

/// <summary>A factor and a summand for each image and channel.</summary>
/// <param name="Factor">The first factor, [B, C] or [1, C].</param>
/// <param name="FactorStride">From one image's to the next: C, or 0 where all share them.</param>
/// <param name="Summand">The first summand.</param>
/// <param name="SummandStride">From one image's to the next.</param>
internal readonly unsafe record struct Modulation(nint Factor, int FactorStride, nint Summand, int SummandStride)
{
    public float* FactorOf(int image) => (float*)Factor + (long)image * FactorStride;

    public float* SummandOf(int image) => (float*)Summand + (long)image * SummandStride;
}
