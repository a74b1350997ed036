using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>
/// Reads the weights in a checkpoint that PyTorch's <c>torch.save</c> wrote (1.6 and later): a state dictionary, or one inside a dictionary
/// with whatever numbers, texts and lists beside it.
/// A checkpoint is a program; none of it is executed here: a closed list of operations is understood, everything else is refused.
/// </summary>
public static class PyTorchCheckpoint
{
    private const int MaxPickle = 16 * 1024 * 1024; // a state dict takes about 150 bytes a tensor
    private const string Resave = "Save the weights alone: torch.save(model.state_dict(), path)";

    /// <summary>Reads all weights, in the checkpoint's order.</summary>
    /// <param name="path">A .pth or .pt file.</param>
    /// <param name="device">Where the tensors shall live; the CPU if null.</param>
    /// <param name="key">Which of several state dictionaries: the keys to it joined by dots, such as "ema".</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds no state dictionary, or several and none is named.</exception>
    public static Dictionary<string, Tensor> Load(string path, Device? device = null, string? key = null)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path, key).ToDictionary(entry => entry.Key, entry => entry.Value.ToTensor(device));
    }

    /// <summary>Reads all weights, in the checkpoint's order.</summary>
    /// <param name="stream">A seekable stream.</param>
    /// <param name="name">What errors call the stream.</param>
    /// <param name="key">Which of several state dictionaries: the keys to it joined by dots, such as "ema".</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds no state dictionary, or several and none is named.</exception>
    public static IReadOnlyDictionary<string, StoredTensor> Read(Stream stream, string name, string? key = null) => Open(stream, name, key).Weights;

    /// <summary>Reads all weights, and what is to be said of where they were.</summary>
    internal static (Dictionary<string, StoredTensor> Weights, IReadOnlyList<string> Remarks) Open(Stream stream, string name, string? key)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var archive = new TorchArchive(stream, name);
        var content = CheckpointContent.Of(new PickleReader(archive.Read("data.pkl", MaxPickle), name).Read(), key, name);
        CheckTotal(content.Tensors, archive.MostTensors, name);
        var storages = new Dictionary<PickledStorage, byte[]>();
        var tensors = new Dictionary<string, StoredTensor>();
        foreach (var (weight, tensor) in content.Tensors)
        {
            if (!storages.TryGetValue(tensor.Storage, out var data))
                storages.Add(tensor.Storage, data = ReadStorage(archive, tensor.Storage, name));
            tensors.Add(weight, View(data, tensor));
        }
        return (tensors, content.Remarks);
    }

    // Tied weights share a storage; but a small file in which thousands of tensors do would fill the memory.
    private static void CheckTotal(IReadOnlyList<KeyValuePair<string, PickledTensor>> tensors, long most, string name)
    {
        var total = tensors.Sum(entry => Elements.Bytes(entry.Value.Storage.Dtype, entry.Value.Shape) ?? 0);
        if (total > most)
            throw BadFile.Error(name, $"its tensors add up to {total} bytes, far more than the file's size allows ({most})", Resave);
    }

    private static byte[] ReadStorage(TorchArchive archive, PickledStorage storage, string name)
    {
        var data = archive.Read($"data/{storage.Key}", Array.MaxLength);
        if (data.Length != storage.Count * Elements.Size(storage.Dtype))
            throw BadFile.Error(name, $"the storage data/{storage.Key} has {data.Length} bytes, not {storage.Count} elements of {storage.Dtype}",
                "The file is damaged; copy or save it again");
        Booleans.Check(data, storage.Dtype, name, $"data/{storage.Key}");
        return data;
    }

    private static StoredTensor View(byte[] data, PickledTensor tensor)
    {
        var size = Elements.Size(tensor.Storage.Dtype);
        var bytes = (int)Elements.Bytes(tensor.Storage.Dtype, tensor.Shape)!;
        var elements = bytes == 0 ? ReadOnlyMemory<byte>.Empty
            : Strided.IsContiguous(tensor.Shape, tensor.Strides) ? data.AsMemory((int)tensor.Offset * size, bytes)
            : Strided.Gather(data, size, tensor.Offset, tensor.Shape, tensor.Strides);
        return new StoredTensor(tensor.Storage.Dtype, tensor.Shape, elements);
    }
}
