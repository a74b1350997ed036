using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>What wrappers put before the names of all weights: <c>module.</c> (DataParallel), <c>_orig_mod.</c> (torch.compile), <c>ema_model.</c>.</summary>
internal static class NamePrefix
{
    /// <summary>The weights under the module's own names.</summary>
    /// <param name="weights">The weights as a file has them.</param>
    /// <param name="state">The module's own.</param>
    /// <param name="source">What errors call the file.</param>
    /// <param name="key">The key that was given for this file; null if none.</param>
    /// <returns>The weights without the prefix of those that are the module's; that prefix, empty where they fit as they are; and the
    /// names of what lies beside them.</returns>
    /// <exception cref="InvalidDataException">The module's names are there several times, under as many prefixes.</exception>
    public static (Dictionary<string, Tensor> Weights, string Prefix, IReadOnlyList<string> Beside) Strip(
        Dictionary<string, Tensor> weights, IReadOnlyDictionary<string, Tensor> state, string source, string? key = null)
    {
        var found = Found(weights, state);
        if (found.Count == 0 || found.ContainsKey("") && found[""].Names == found.Values.Max(fit => fit.Names))
            return (weights, "", []);
        var best = found.Values.Max();
        string[] prefixes = [.. found.Where(entry => entry.Value == best).Select(entry => entry.Key)];
        // A few names in common say nothing: every network has a "0.weight" somewhere.
        if (prefixes.Contains("") || 2 * best.Names < state.Count && !weights.Keys.All(name => name.StartsWith(prefixes[0], StringComparison.Ordinal)))
            return (weights, "", []);
        if (prefixes.Length > 1)
            throw BadFile.Error(source, $"the module's names are there {prefixes.Length} times: under {Listing.Of(prefixes)}",
                $"Name one of them by key: \"{(key is null ? "" : $"{key}.")}{prefixes[^1].TrimEnd('.')}\"");
        return (Under(weights, prefixes[0]), prefixes[0], [.. weights.Keys.Where(name => !name.StartsWith(prefixes[0], StringComparison.Ordinal))]);
    }

    /// <summary>What is named with a prefix, without it.</summary>
    public static Dictionary<string, T> Under<T>(IEnumerable<KeyValuePair<string, T>> all, string prefix) => all
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value);

    /// <summary>All prefixes that stand before a name of the module's, with the number of such names, and of those whose shape is right.</summary>
    private static Dictionary<string, (int Names, int Shapes)> Found(Dictionary<string, Tensor> weights, IReadOnlyDictionary<string, Tensor> state)
    {
        var found = new Dictionary<string, (int Names, int Shapes)>();
        foreach (var (name, value) in weights)
        {
            for (var start = 0; ;)
            {
                if (state.TryGetValue(name[start..], out var own))
                {
                    var (names, shapes) = found.GetValueOrDefault(name[..start]);
                    found[name[..start]] = (names + 1, own.shape.SequenceEqual(value.shape) ? shapes + 1 : shapes);
                }
                start = name.IndexOf('.', start) + 1;
                if (start == 0) break;
            }
        }
        return found;
    }
}
