using System.Collections;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>A tensor's elements as a collection, read and written where they lie, in the order of their indices.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor tensor;
    private readonly nint start;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;

    internal TensorAccessor(Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
        {
            throw new InvalidOperationException(
                "Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        }
        Engine.ElementTypes.Require<T>(tensor.dtype);
        (this.tensor, start, contiguous) = (tensor, tensor.DataPointer(), tensor.is_contiguous());
        (shape, strides) = (tensor.shape, tensor.stride());
        Count = tensor.numel();
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>False: the elements can be written.</summary>
    public bool IsReadOnly => false;

    /// <summary>The element at an index, given whole or as one number counted through all elements.</summary>
    public unsafe T this[params long[] indices]
    {
        get => ((T*)start)[Offset(indices)];
        set => ((T*)start)[Offset(indices)] = value;
    }

    /// <summary>A copy of all elements.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>A copy of all elements, in an array of the tensor's own dimensions.</summary>
    public Array ToNDArray()
    {
        if (shape.Length < 2)
        {
            return ToArray();
        }
        var array = Array.CreateInstance(typeof(T), shape);
        var flat = ToArray();
        var bytes = MemoryMarshal.AsBytes(flat.AsSpan());
        bytes.CopyTo(MemoryMarshal.CreateSpan(
            ref MemoryMarshal.GetArrayDataReference(array), bytes.Length));
        return array;
    }

    /// <summary>Copies elements, from number tensorIndex on, into an array from arrayIndex on, until one of them ends.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements, from number tensorIndex on, into a span from arrayIndex on, until one of them ends.</summary>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = (int)Math.Min(target.Length, Count - tensorIndex);
        if (contiguous)
        {
            new ReadOnlySpan<T>((T*)start + tensorIndex, Math.Max(count, 0)).CopyTo(target);
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                target[i] = ((T*)start)[Offset(tensorIndex + i)];
            }
        }
        GC.KeepAlive(tensor);
    }

    /// <summary>Overwrites elements, from number tensorIndex on, with those of an array from arrayIndex on.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Overwrites elements, from number tensorIndex on, with those of a span from arrayIndex on.</summary>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = Math.Min(source.Length, Count - tensorIndex);
        for (var i = 0; i < count; i++)
        {
            ((T*)start)[contiguous ? tensorIndex + i : Offset(tensorIndex + i)] = source[i];
        }
        GC.KeepAlive(tensor);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++)
        {
            yield return At(i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lets go of the elements; the tensor stays as it is.</summary>
    public void Dispose()
    {
    }

    private unsafe T At(long index) => ((T*)start)[contiguous ? index : Offset(index)];

    private long Offset(long[] indices)
    {
        ObjectDisposedException.ThrowIf(tensor.IsInvalid, tensor);
        if (indices.Length == 1)
        {
            return (ulong)indices[0] < (ulong)Count
                ? contiguous ? indices[0] : Offset(indices[0])
                : throw new IndexOutOfRangeException($"Element {indices[0]} of {Count}.");
        }
        if (indices.Length != shape.Length)
        {
            throw new ArgumentException($"{indices.Length} indices for {shape.Length} dimensions.", nameof(indices));
        }
        long offset = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            offset += (ulong)indices[i] < (ulong)shape[i]
                ? indices[i] * strides[i]
                : throw new IndexOutOfRangeException($"Index {indices[i]} in dimension {i}, which has length {shape[i]}.");
        }
        return offset;
    }

    private long Offset(long index)
    {
        long offset = 0;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            (index, var place) = Math.DivRem(index, shape[i]);
            offset += place * strides[i];
        }
        return offset;
    }
}
