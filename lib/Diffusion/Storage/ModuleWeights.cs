using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>Moves weights between files and modules: all of them, or none and a list of what does not fit.</summary>
public static class ModuleWeights
{
    private const int MostOfAKind = 8;

    /// <summary>Sets a module's parameters and buffers from a file.</summary>
    /// <param name="module">A module; its device and element types stay as they are.</param>
    /// <param name="path">A safetensors file or a PyTorch checkpoint; the content decides, not the name.</param>
    /// <param name="key">Which of several sets of weights: the keys to a checkpoint's state dictionary joined by dots, such as "ema",
    /// and a prefix of names in it, such as "ema.ema_model".</param>
    /// <returns>What the caller should know about the file, mostly nothing: which part of it was taken, and a prefix that the names had.</returns>
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
        var problems = Misfits(state, weights).ToLookup(misfit => misfit.Kind, misfit => misfit.Text);
        if (problems.Count > 0)
            throw BadFile.Error(source, $"the weights do not fit {module.GetType().Name}: {Listed(problems)}",
                state.Keys.Any(weights.ContainsKey) ? "Build the module with the sizes it was trained with; it keeps the weights it had"
                    : "No name is the module's: build the module that they were saved from; this one keeps the weights it had");
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

    private static IEnumerable<(string Kind, string Text)> Misfits(Dictionary<string, Tensor> state, IReadOnlyDictionary<string, Tensor> weights)
    {
        foreach (var key in state.Keys.Where(key => !weights.ContainsKey(key)))
            yield return ("missing", $"{key} {Elements.Describe(state[key].shape)}");
        foreach (var (key, value) in weights)
        {
            if (!state.TryGetValue(key, out var target))
                yield return ("surplus", $"{key} {Elements.Describe(value.shape)}");
            else if (!target.shape.SequenceEqual(value.shape))
                yield return ("shape", $"{key} is {Elements.Describe(value.shape)}, the module's is {Elements.Describe(target.shape)}");
            else if (target.is_floating_point() != value.is_floating_point())
                yield return ("type", $"{key} is {value.dtype}, the module's is {target.dtype}");
            else if (value.is_floating_point() && value.numel() > 0 && !value.isfinite().all().item<bool>())
                yield return ("value", $"{key} holds NaN or infinity");
        }
    }

    // Some of each kind: what is surplus often tells why something is missing.
    private static string Listed(ILookup<string, string> problems) =>
        string.Join(", ", problems.Select(kind => $"{kind.Count()} × {kind.Key}")) + "\n" + string.Concat(problems.Select(kind =>
            string.Concat(kind.Take(MostOfAKind).Select(text => $"  {kind.Key}: {text}\n"))
            + (kind.Count() > MostOfAKind ? $"  {kind.Key}: … and {kind.Count() - MostOfAKind} more\n" : "")));

    /// <summary>A file's weights under the names of a module, and what is to be said of them.</summary>
    internal static (Dictionary<string, Tensor> Weights, List<string> Remarks) Read(nn.Module module, string path, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        var (stored, remarks) = Stored(path, key);
        var (weights, prefix, beside) = NamePrefix.Strip(stored, module.state_dict(), path, key);
        return (weights, prefix.Length == 0 ? [.. remarks] : [.. remarks, beside.Count == 0
            ? $"{path}: '{prefix}', with which all its names begin, was left out."
            : $"{path}: '{prefix}', with which the weights' names begin, was left out, and so was what lies beside them: {Listing.Of(beside)}."]);
    }

    private static (Dictionary<string, Tensor> Weights, IReadOnlyList<string> Remarks) Stored(string path, string? key)
    {
        using var stream = File.OpenRead(path);
        if (!IsCheckpoint(stream, path))
            return key is null ? (SafetensorsFile.Load(path), [])
                : (Named(SafetensorsFile.Load(path), key, path), [$"{path}: the weights are those under '{key}.'."]);
        var (weights, remarks) = PyTorchCheckpoint.Open(stream, path, key);
        return (weights.ToDictionary(entry => entry.Key, entry => entry.Value.ToTensor()), remarks);
    }

    private static Dictionary<string, Tensor> Named(Dictionary<string, Tensor> all, string key, string path)
    {
        var named = NamePrefix.Under(all, $"{key}.");
        return named.Count > 0 ? named
            : throw BadFile.Error(path,
                $"it is no PyTorch checkpoint, which may hold several state dictionaries, and none of its names begins with '{key}.'", "Leave the key out");
    }

    // A safetensors header may be "PK" long.
    private static bool IsCheckpoint(Stream stream, string path)
    {
        var start = new byte[FileKind.Bytes];
        var read = start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        stream.Position = 0;
        if (read.StartsWith("PK\u0003\u0004"u8)) return true;
        if (!FileKind.IsSafetensors(read)) FileKind.Refuse(read, path, "a file of weights");
        return false;
    }
}
