using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>
/// Reads the weights in a checkpoint that PyTorch's <c>torch.save(model.state_dict(), path)</c> wrote (1.6 and later).
/// A checkpoint is a program; none of it is executed here: a closed list of operations is understood, everything else is refused.
/// </summary>
public static class PyTorchCheckpoint
{
    private const int MaxPickle = 16 * 1024 * 1024; // a state dict takes about 150 bytes a tensor
    private const string Resave = "Save the weights alone: torch.save(model.state_dict(), path)";

    /// <summary>Reads all weights, in the checkpoint's order.</summary>
    /// <param name="path">A .pth or .pt file.</param>
    /// <param name="device">Where the tensors shall live; the CPU if null.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or is not a state dict and nothing else.</exception>
    public static Dictionary<string, Tensor> Load(string path, Device? device = null)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path).ToDictionary(entry => entry.Key, entry => entry.Value.ToTensor(device));
    }

    /// <summary>Reads all weights, in the checkpoint's order.</summary>
    /// <param name="stream">A seekable stream.</param>
    /// <param name="name">What errors call the stream.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or is not a state dict and nothing else.</exception>
    public static IReadOnlyDictionary<string, StoredTensor> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var archive = new TorchArchive(stream, name);
        var root = new PickleReader(archive.Read("data.pkl", MaxPickle), name).Read();
        var described = StateDict(root, name);
        CheckTotal(described, archive.Length, name);
        var storages = new Dictionary<PickledStorage, byte[]>();
        var tensors = new Dictionary<string, StoredTensor>();
        foreach (var (key, tensor) in described)
        {
            if (!storages.TryGetValue(tensor.Storage, out var data))
                storages.Add(tensor.Storage, data = ReadStorage(archive, tensor.Storage, name));
            tensors.Add(key, View(data, tensor));
        }
        return tensors;
    }

    private static Dictionary<string, PickledTensor> StateDict(object? root, string name)
    {
        if (root is not Dictionary<object, object?> dictionary)
            throw BadFile.Error(name, "it does not hold a dictionary of tensors", Resave);
        var foreign = dictionary.Where(entry => entry is not { Key: string, Value: PickledTensor }).Select(entry => $"'{entry.Key}'").ToList();
        if (foreign.Count > 0)
            throw BadFile.Error(name, $"these entries are not tensors: {string.Join(", ", foreign.Take(10))}", Resave);
        return dictionary.ToDictionary(entry => (string)entry.Key, entry => (PickledTensor)entry.Value!);
    }

    // Tied weights share a storage; but a small file in which thousands of tensors do would fill the memory.
    private static void CheckTotal(Dictionary<string, PickledTensor> tensors, long stored, string name)
    {
        var total = tensors.Values.Sum(tensor => Elements.Bytes(tensor.Storage.Dtype, tensor.Shape) ?? 0);
        if (total > 8 * stored)
            throw BadFile.Error(name, $"its tensors add up to {total} bytes, far more than the file's {stored}", Resave);
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
