namespace Diffusion.Storage;

/// <summary>One measurement of a <see cref="QualityTable"/>.</summary>
public sealed record QualityRow
{
    /// <summary>What was measured, in words: <c>sampler</c>, say.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>What was chosen and what came out, in numbers: <c>steps</c>, <c>frechet</c>.</summary>
    public required IReadOnlyDictionary<string, double> Values { get; init; }

    /// <summary>A digest of all that the row depends on, so that it need not be measured again.</summary>
    public string Inputs { get; init; } = "";

    /// <summary>A number, by its name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">The row has no such number.</exception>
    public double this[string name] => Values.TryGetValue(name, out var value) ? value
        : throw new ArgumentException($"This row has no number '{name}'; it has {string.Join(", ", Values.Keys)}.", nameof(name));

    /// <summary>A label, by its name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">The row has no such label.</exception>
    public string Label(string name) => Labels.TryGetValue(name, out var label) ? label
        : throw new ArgumentException($"This row has no label '{name}'; it has {string.Join(", ", Labels.Keys)}.", nameof(name));
}
