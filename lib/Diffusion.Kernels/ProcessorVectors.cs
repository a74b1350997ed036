using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Diffusion.Kernels;

/// <summary>What this processor's vectors can do, and what the kernels ask of sizes for their sake.</summary>
internal static class ProcessorVectors
{
    /// <summary>Products are computed this many columns at a time, so channels come in whole blocks of it.</summary>
    public const int Width = 32;

    /// <summary>True where the processor has vectors of 512 or 256 bits; elsewhere the tensor engine computes.</summary>
    public static bool IsSupported => AreLong || Fma.IsSupported;

    /// <summary>Whether <see cref="Lanes512"/> are registers here.</summary>
    public static bool AreLong => Vector512.IsHardwareAccelerated;

    /// <summary>Channels rounded up to whole blocks.</summary>
    public static int Wide(int channels) => (channels + Width - 1) / Width * Width;
}
