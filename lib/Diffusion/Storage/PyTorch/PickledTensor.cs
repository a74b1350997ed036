using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>A tensor as a pickle describes it: a strided view of a storage, offset and strides counted in elements.</summary>
internal sealed record PickledTensor(PickledStorage Storage, long Offset, long[] Shape, long[] Strides)
{
    /// <summary>True if every element lies in the storage, and there are no more of them than it has.</summary>
    public bool FitsStorage()
    {
        if (Offset < 0 || Shape.Length != Strides.Length || Strides.Any(stride => stride < 0))
            return false;
        if (Elements.Bytes(Storage.Dtype, Shape) is not long bytes || bytes > Storage.Count * Elements.Size(Storage.Dtype))
            return false;
        if (bytes == 0)
            return Offset <= Storage.Count;
        Int128 last = Offset;
        for (var d = 0; d < Shape.Length; d++)
            last += (Int128)(Shape[d] - 1) * Strides[d];
        return last < Storage.Count;
    }
}

/// <summary>What a pickle would make of a class that stands beside weights; nothing is made of it here but its name. Two of a class are two.</summary>
internal sealed class PickledObject(string @class)
{
    public string Class { get; } = @class;
}

/// <summary>A storage that a pickled tensor points to: the entry data/Key of the archive, Count elements.</summary>
internal sealed record PickledStorage(ScalarType Dtype, string Key, long Count);
