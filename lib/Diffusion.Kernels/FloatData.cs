using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>A tensor's own memory, where a kernel can work on it.</summary>
internal static class FloatData
{
    /// <summary>True for float32 in C order on the CPU.</summary>
    public static bool IsPlain(Tensor tensor) => IsFloatOnProcessor(tensor) && tensor.is_contiguous();

    /// <summary>True for float32 on the CPU, in whatever order.</summary>
    public static bool IsFloatOnProcessor(Tensor tensor) => tensor.dtype == ScalarType.Float32 && tensor.device_type == DeviceType.CPU;

    /// <summary>The elements themselves, no copy; good as long as the tensor lives.</summary>
    public static Span<float> Of(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
