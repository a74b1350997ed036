using TorchSharp;
using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>An array as a file holds it: element type, shape, and the elements in C order, little-endian.</summary>
public sealed class StoredTensor
{
    /// <summary>Takes the elements as they are; nothing is copied.</summary>
    /// <param name="dtype">Element type: bool, (u)int8 to int64, float16, bfloat16, float32 or float64.</param>
    /// <param name="shape">Sizes, each ≥ 0; empty for a scalar.</param>
    /// <param name="data">The elements, C order, little-endian.</param>
    /// <exception cref="ArgumentException">The type cannot be stored, or the data's length is not what the shape needs.</exception>
    public StoredTensor(ScalarType dtype, IReadOnlyList<long> shape, ReadOnlyMemory<byte> data)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (Elements.Size(dtype) == 0)
            throw new ArgumentException($"{dtype} cannot be stored; convert the tensor to a real type first.", nameof(dtype));
        if (Elements.Bytes(dtype, shape) != data.Length)
            throw new ArgumentException(
                $"{dtype} {Elements.Describe(shape)} does not take {data.Length} bytes.", nameof(data));
        Dtype = dtype;
        Shape = [.. shape];
        Data = data;
    }

    /// <summary>Element type.</summary>
    public ScalarType Dtype { get; }

    /// <summary>Sizes; empty for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The elements, C order, little-endian.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Copies the elements into a new tensor.</summary>
    /// <param name="device">Where the tensor shall live; the CPU if null.</param>
    public Tensor ToTensor(Device? device = null)
    {
        var tensor = empty(Shape.ToArray(), dtype: Dtype);
        if (Data.Length > 0)
            Data.Span.CopyTo(tensor.bytes);
        return device is null || device.type == DeviceType.CPU ? tensor : tensor.to(device, disposeAfter: true);
    }

    /// <summary>Copies a tensor's elements, wherever it lives and however it is laid out.</summary>
    /// <param name="tensor">Any tensor of at most 2 GB.</param>
    /// <exception cref="ArgumentException">The tensor's type cannot be stored (a complex one, say).</exception>
    public static StoredTensor From(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        var plain = tensor.detach().cpu().contiguous();
        return new StoredTensor(tensor.dtype, tensor.shape, plain.numel() == 0 ? [] : plain.bytes.ToArray());
    }
}
