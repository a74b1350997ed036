using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>Reads and writes named tensors in the safetensors format: a JSON header, then the elements; no code in it.</summary>
public static class SafetensorsFile
{
    /// <summary>Reads all tensors.</summary>
    /// <param name="path">A .safetensors file.</param>
    /// <param name="device">Where the tensors shall live; the CPU if null.</param>
    /// <exception cref="InvalidDataException">The file is not a whole safetensors file, or holds a type that a tensor cannot have.</exception>
    public static Dictionary<string, Tensor> Load(string path, Device? device = null)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path).ToDictionary(entry => entry.Key, entry => entry.Value.ToTensor(device));
    }

    /// <summary>Reads the free text that goes with the tensors (a trained model's provenance, say); no tensor is read.</summary>
    /// <param name="path">A .safetensors file.</param>
    /// <exception cref="InvalidDataException">The file is not a whole safetensors file.</exception>
    public static IReadOnlyDictionary<string, string> LoadMetadata(string path)
    {
        using var stream = File.OpenRead(path);
        return SafetensorsHeader.Read(stream, path).Metadata;
    }

    /// <summary>Writes tensors; the file appears only once it is whole.</summary>
    /// <param name="path">Where to; a file there is replaced.</param>
    /// <param name="tensors">Tensors by name, each of at most 2 GB.</param>
    /// <param name="metadata">Free text by name.</param>
    public static void Save(
        string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var stored = tensors.ToDictionary(entry => entry.Key, entry => StoredTensor.From(entry.Value));
        AtomicFile.Write(path, stream => Write(stream, stored, metadata));
    }

    /// <summary>Reads all tensors; the stream must end where they do.</summary>
    /// <param name="stream">A seekable stream.</param>
    /// <param name="name">What errors call the stream.</param>
    /// <exception cref="InvalidDataException">It is not a whole safetensors file, or holds a type that a tensor cannot have.</exception>
    public static IReadOnlyDictionary<string, StoredTensor> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var header = SafetensorsHeader.Read(stream, name);
        var tensors = new Dictionary<string, StoredTensor>();
        foreach (var entry in header.Entries) // sorted by offset, without holes: one pass over the file
        {
            var data = new byte[entry.End - entry.Begin];
            stream.ReadExactly(data);
            Booleans.Check(data, entry.Dtype, name, $"'{entry.Name}'");
            tensors.Add(entry.Name, new StoredTensor(entry.Dtype, entry.Shape, data));
        }
        return tensors;
    }

    /// <summary>Writes tensors as the format's own library does: widest elements first, then by name.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">Tensors by name.</param>
    /// <param name="metadata">Free text by name.</param>
    /// <exception cref="ArgumentException">A tensor is called <c>__metadata__</c>, which the format reserves.</exception>
    public static void Write(
        Stream stream, IReadOnlyDictionary<string, StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.ContainsKey(SafetensorsHeader.MetadataKey))
            throw new ArgumentException($"'{SafetensorsHeader.MetadataKey}' is the format's own; rename that tensor.", nameof(tensors));
        var ordered = tensors
            .OrderByDescending(entry => SafetensorsHeader.Rank(entry.Value.Dtype))
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .ToList();
        stream.Write(SafetensorsHeader.Format(ordered, metadata));
        foreach (var (_, tensor) in ordered)
            stream.Write(tensor.Data.Span);
    }
}
