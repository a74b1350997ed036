using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>What wrappers put before the names of all weights: <c>module.</c> (DataParallel), <c>_orig_mod.</c> (torch.compile), <c>ema_model.</c>.</summary>
internal static class NamePrefix
{
    /// <summary>The weights under the module's own names.</summary>
    /// <param name="weights">The weights as a file has them.</param>
    /// <param name="names">The module's names.</param>
    /// <returns>The weights, and the prefix that was taken off all their names; empty where they fit as they are.</returns>
    public static (Dictionary<string, Tensor> Weights, string Prefix) Strip(Dictionary<string, Tensor> weights, IReadOnlyCollection<string> names)
    {
        for (var prefix = ""; ;)
        {
            var length = prefix.Length;
            if (names.Any(own => weights.ContainsKey(prefix + own)))
                return (length == 0 ? weights : weights.ToDictionary(entry => entry.Key[length..], entry => entry.Value), prefix);
            if (Next(weights.Keys, length) is not { } longer) return (weights, "");
            prefix = longer;
        }
    }

    /// <summary>The common beginning of all names, one part longer; null where they have none.</summary>
    private static string? Next(Dictionary<string, Tensor>.KeyCollection names, int length)
    {
        if (names.Count == 0) return null;
        var first = names.First();
        var dot = first.IndexOf('.', length);
        return dot < 0 || !names.All(name => name.StartsWith(first[..(dot + 1)], StringComparison.Ordinal)) ? null : first[..(dot + 1)];
    }
}
