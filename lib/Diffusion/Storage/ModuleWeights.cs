using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>Moves weights between files and modules: all of them, or none and a list of what does not fit.</summary>
public static class ModuleWeights
{
    private const int MostProblems = 20;

    /// <summary>Sets a module's parameters and buffers from a file.</summary>
    /// <param name="module">A module; its device and element types stay as they are.</param>
    /// <param name="path">A safetensors file or a PyTorch checkpoint; the content decides, not the name.</param>
    /// <param name="key">Which of a checkpoint's state dictionaries, if it has several: the keys to it joined by dots, such as "ema".</param>
    /// <returns>What the caller should know about the file, mostly nothing: which part of it was taken, and a prefix that all names had.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit the module, which then keeps its weights.</exception>
    public static IReadOnlyList<string> LoadWeights(this nn.Module module, string path, string? key = null)
    {
        using var scope = NewDisposeScope();
        var (weights, remarks) = Read(module, path, key);
        module.LoadWeights(weights, path);
        return remarks;
    }

    /// <summary>Sets a module's parameters and buffers.</summary>
    /// <param name="module">A module; its device and element types stay as they are.</param>
    /// <param name="weights">Exactly the module's keys and shapes, finite numbers.</param>
    /// <param name="source">What errors call the weights.</param>
    /// <exception cref="InvalidDataException">Something does not fit (all of it is listed); the module keeps its weights.</exception>
    public static void LoadWeights(this nn.Module module, IReadOnlyDictionary<string, Tensor> weights, string source = "weights")
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(weights);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var state = module.state_dict();
        var problems = Misfits(state, weights).ToList();
        if (problems.Count > 0)
            throw BadFile.Error(source, $"the weights do not fit {module.GetType().Name}:\n  {string.Join("\n  ", problems.Take(MostProblems))}"
                + (problems.Count > MostProblems ? $"\n  … and {problems.Count - MostProblems} more\n" : "\n"),
                "Build the module with the sizes it was trained with; it keeps the weights it had");
        foreach (var (key, target) in state)
            target.copy_(weights[key]);
    }

    /// <summary>Writes a module's parameters and buffers as safetensors; the file appears only once it is whole.</summary>
    /// <param name="module">A module.</param>
    /// <param name="path">Where to; a file there is replaced.</param>
    /// <param name="metadata">Free text that goes with them: how they were trained, say.</param>
    public static void SaveWeights(this nn.Module module, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        SafetensorsFile.Save(path, module.state_dict(), metadata);
    }

    private static IEnumerable<string> Misfits(Dictionary<string, Tensor> state, IReadOnlyDictionary<string, Tensor> weights)
    {
        foreach (var key in state.Keys.Where(key => !weights.ContainsKey(key)))
            yield return $"missing: {key} {Elements.Describe(state[key].shape)}";
        foreach (var (key, value) in weights)
        {
            if (!state.TryGetValue(key, out var target))
                yield return $"surplus: {key} {Elements.Describe(value.shape)}";
            else if (!target.shape.SequenceEqual(value.shape))
                yield return $"shape: {key} is {Elements.Describe(value.shape)}, the module's is {Elements.Describe(target.shape)}";
            else if (target.is_floating_point() != value.is_floating_point())
                yield return $"type: {key} is {value.dtype}, the module's is {target.dtype}";
            else if (value.is_floating_point() && value.numel() > 0 && !value.isfinite().all().item<bool>())
                yield return $"value: {key} holds NaN or infinity";
        }
    }

    /// <summary>A file's weights under the names of a module, and what is to be said of them.</summary>
    internal static (Dictionary<string, Tensor> Weights, List<string> Remarks) Read(nn.Module module, string path, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        var (stored, remarks) = Stored(path, key);
        var (weights, prefix) = NamePrefix.Strip(stored, module.state_dict().Keys);
        return (weights, prefix.Length == 0 ? [.. remarks] : [.. remarks, $"{path}: '{prefix}', with which all its names begin, was left out."]);
    }

    private static (Dictionary<string, Tensor> Weights, IReadOnlyList<string> Remarks) Stored(string path, string? key)
    {
        if (!IsZip(path))
            return key is null ? (SafetensorsFile.Load(path), [])
                : throw BadFile.Error(path, $"it is no PyTorch checkpoint, and so holds no state dictionary '{key}'", "Leave the key out");
        using var stream = File.OpenRead(path);
        var (weights, remarks) = PyTorchCheckpoint.Open(stream, path, key);
        return (weights.ToDictionary(entry => entry.Key, entry => entry.Value.ToTensor()), remarks);
    }

    private static bool IsZip(string path)
    {
        using var stream = File.OpenRead(path);
        return stream.ReadByte() == 'P' && stream.ReadByte() == 'K' && stream.ReadByte() == 3 && stream.ReadByte() == 4; // A safetensors header may be "PK" long.
    }
}
