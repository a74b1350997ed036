namespace Diffusion.Storage;

/// <summary>The state dictionary inside a checkpoint, and what lies beside it: <c>{'epoch': …, 'model': state_dict, 'optimizer': …}</c>.</summary>
/// <param name="Tensors">The weights, in the checkpoint's order.</param>
/// <param name="Remarks">Where they were found and what was left out, a line each; none where the checkpoint holds weights alone.</param>
internal sealed record CheckpointContent(IReadOnlyList<KeyValuePair<string, PickledTensor>> Tensors, IReadOnlyList<string> Remarks)
{
    // Checkpoints as people save them have three or four.
    private const int Deepest = 32;

    private const string Resave = "Save the weights alone: torch.save(model.state_dict(), path)";

    /// <summary>Finds the weights.</summary>
    /// <param name="root">What the pickle describes.</param>
    /// <param name="key">Where the weights are: the keys to them joined by dots; null for the only ones there are.</param>
    /// <param name="name">What errors call the file.</param>
    public static CheckpointContent Of(object? root, string? key, string name)
    {
        if (root is not Dictionary<object, object?> dictionary)
            throw root is PickledTensor tensor
                ? BadFile.Error(name, $"it does not hold a dictionary of tensors, but one tensor {Elements.Describe(tensor.Shape)}",
                    "Weights are saved with torch.save(model.state_dict(), path); data with numpy.save(\"data.npy\", torch.load(path).numpy()), which NpyFile.Load reads")
                : BadFile.Error(name, "it does not hold a dictionary of tensors", Resave);
        var found = new Dictionary<string, Dictionary<object, object?>>();
        if (!Search(dictionary, "", 0, found, new HashSet<object>(ReferenceEqualityComparer.Instance)))
            throw BadFile.Error(name, $"its dictionaries lie more than {Deepest} deep in each other", Resave);
        if (found.Count == 0)
            throw BadFile.Error(name, $"it holds no state dictionary, but {Named(dictionary.Keys)}", Resave);
        // A log of measures keeps scalars; weights have at least a vector among them.
        if (found.Values.Any(IsOfWeights))
        {
            foreach (var measures in found.Where(entry => !IsOfWeights(entry.Value)).Select(entry => entry.Key).Where(place => place != key).ToArray())
                found.Remove(measures);
        }
        if (Chosen(found, key) is not var (place, prefix))
            throw BadFile.Error(name,
                $"{(key is null ? "it holds several state dictionaries" : $"it holds no state dictionary '{key}'")}: {string.Join(", ", found.Select(Described))}",
                found.Count == 1 ? "Leave the key out, or name by it what the names of the tensors that you want begin with, up to a dot"
                : $"Name one of them by key: \"{found.OrderBy(entry => TensorsOf(entry.Value).Count()).Last().Key}\"");
        return new CheckpointContent([.. NamePrefix.Under(TensorsOf(found[place]), prefix)], Told(dictionary, place, prefix, found[place], name));
    }

    /// <summary>The place that is named, and what the names of its weights begin with; null if there is none, or no single one where none is named.</summary>
    private static (string Place, string Prefix)? Chosen(Dictionary<string, Dictionary<object, object?>> found, string? key)
    {
        if (key is null) return found.Count == 1 ? (found.Keys.Single(), "") : null;
        if (found.ContainsKey(key)) return (key, "");
        foreach (var (place, weights) in found)
        {
            var rest = place.Length > 0 && key.StartsWith($"{place}.", StringComparison.Ordinal) ? key[(place.Length + 1)..]
                : place.Length == 0 || found.Count == 1 ? key : null;
            if (rest is not null && NamePrefix.Under(TensorsOf(weights), $"{rest}.").Count > 0) return (place, $"{rest}.");
        }
        return null;
    }

    private static IEnumerable<KeyValuePair<string, PickledTensor>> TensorsOf(Dictionary<object, object?> dictionary)
        => dictionary.Where(entry => entry is { Key: string, Value: PickledTensor })
            .Select(entry => KeyValuePair.Create((string)entry.Key, (PickledTensor)entry.Value!));

    private static bool IsOfWeights(Dictionary<object, object?> dictionary) => TensorsOf(dictionary).Any(entry => entry.Value.Shape.Length > 0);

    // An optimizer keeps its moments by the parameter's number; those are no weights, so only names are followed.
    private static bool Search(
        Dictionary<object, object?> dictionary, string place, int depth, Dictionary<string, Dictionary<object, object?>> found, HashSet<object> seen)
    {
        if (depth > Deepest) return false;
        if (!seen.Add(dictionary)) return true;
        if (TensorsOf(dictionary).Any())
            found.TryAdd(place, dictionary);
        foreach (var (key, value) in dictionary)
        {
            if (key is string text && value is Dictionary<object, object?> inner
                && !Search(inner, place.Length == 0 ? text : $"{place}.{text}", depth + 1, found, seen))
                return false;
        }
        return true;
    }

    private static List<string> Told(Dictionary<object, object?> root, string place, string prefix, Dictionary<object, object?> weights, string name)
    {
        var remarks = new List<string>();
        var beside = root.Keys.Where(key => place.Length > 0 && $"{key}" != place.Split('.')[0]).ToArray();
        if (place.Length + prefix.Length > 0)
            remarks.Add($"{name}: the weights are those{(place.Length > 0 ? $" in '{place}'" : "")}{(prefix.Length > 0 ? $" under '{prefix}'" : "")}{(beside.Length > 0 ? $"; beside them lie {Named(beside)}" : "")}.");
        var other = weights.Where(entry => entry is not { Key: string, Value: PickledTensor }).Select(entry => entry.Key).ToArray();
        if (other.Length > 0)
            remarks.Add($"{name}: {Named(other)} are no tensors and were left out.");
        return remarks;
    }

    private static string Described(KeyValuePair<string, Dictionary<object, object?>> entry)
        => $"{(entry.Key.Length == 0 ? "at the top" : $"'{entry.Key}'")} ({TensorsOf(entry.Value).Count()} tensors)";

    private static string Named(IReadOnlyCollection<object> keys) =>
        Listing.Of([.. keys.Select(key => key switch { object?[] => "a tuple", PickledObject made => made.Class, _ => $"{key}" })]);
}
