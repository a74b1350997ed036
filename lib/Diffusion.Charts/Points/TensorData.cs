using static TorchSharp.torch;

namespace Diffusion.Charts;

/// <summary>Copies tensors to the host, whatever their type and device, and leaves them as they were.</summary>
internal static class TensorData
{
    /// <summary>The elements in row-major order.</summary>
    public static float[] Copy(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().cpu().to(ScalarType.Float32).contiguous().data<float>().ToArray();
    }

    /// <summary>The shape as it is written.</summary>
    public static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
