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
            throw BadFile.Error(name, "it does not hold a dictionary of tensors", Resave);
        var found = new Dictionary<string, Dictionary<object, object?>>();
        if (!Search(dictionary, "", 0, found, new HashSet<object>(ReferenceEqualityComparer.Instance)))
            throw BadFile.Error(name, $"its dictionaries lie more than {Deepest} deep in each other", Resave);
        if (found.Count == 0)
            throw BadFile.Error(name, $"it holds no state dictionary, but {Named(dictionary.Keys)}", Resave);
        var place = key ?? (found.Count == 1 ? found.Keys.Single() : null);
        if (place is null || !found.TryGetValue(place, out var weights))
            throw BadFile.Error(name,
                $"{(key is null ? "it holds several state dictionaries" : $"it holds no state dictionary '{key}'")}: {string.Join(", ", found.Select(Described))}",
                $"Name one of them by key: \"{found.Keys.Last()}\"");
        return new CheckpointContent(
            [.. weights.Where(entry => entry is { Key: string, Value: PickledTensor }).Select(entry => KeyValuePair.Create((string)entry.Key, (PickledTensor)entry.Value!))],
            Told(dictionary, place, weights, name));
    }

    // An optimizer keeps its moments by the parameter's number; those are no weights, so only names are followed.
    private static bool Search(
        Dictionary<object, object?> dictionary, string place, int depth, Dictionary<string, Dictionary<object, object?>> found, HashSet<object> seen)
    {
        if (depth > Deepest) return false;
        if (!seen.Add(dictionary)) return true;
        if (dictionary.Any(entry => entry is { Key: string, Value: PickledTensor }))
            found.TryAdd(place, dictionary);
        foreach (var (key, value) in dictionary)
        {
            if (key is string text && value is Dictionary<object, object?> inner
                && !Search(inner, place.Length == 0 ? text : $"{place}.{text}", depth + 1, found, seen))
                return false;
        }
        return true;
    }

    private static List<string> Told(Dictionary<object, object?> root, string place, Dictionary<object, object?> weights, string name)
    {
        var remarks = new List<string>();
        var beside = root.Keys.Where(key => place.Length > 0 && $"{key}" != place.Split('.')[0]).ToArray();
        if (place.Length > 0)
            remarks.Add($"{name}: the weights are those in '{place}'{(beside.Length > 0 ? $"; beside them lie {Named(beside)}" : "")}.");
        var other = weights.Where(entry => entry is not { Key: string, Value: PickledTensor }).Select(entry => entry.Key).ToArray();
        if (other.Length > 0)
            remarks.Add($"{name}: {Named(other)} are no tensors and were left out.");
        return remarks;
    }

    private static string Described(KeyValuePair<string, Dictionary<object, object?>> entry)
        => $"{(entry.Key.Length == 0 ? "at the top" : $"'{entry.Key}'")} ({entry.Value.Count(inner => inner.Value is PickledTensor)} tensors)";

    private static string Named(IReadOnlyCollection<object> keys)
        => keys.Count == 0 ? "nothing" : string.Join(", ", keys.Take(10).Select(key => $"'{key}'")) + (keys.Count > 10 ? $" and {keys.Count - 10} more" : "");
}
