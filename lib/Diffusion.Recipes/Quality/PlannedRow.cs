using static TorchSharp.torch;

namespace Diffusion.Recipes.Quality;

/// <summary>A row before it is measured: labels, choices, weights and seed decide what comes out.</summary>
internal sealed record PlannedRow
{
    /// <summary>What is measured, in words.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>What was chosen, in numbers.</summary>
    public required IReadOnlyDictionary<string, double> Choices { get; init; }

    /// <summary>The file of weights.</summary>
    public required string Weights { get; init; }

    /// <summary>Sprites times calls of the network.</summary>
    public required double Work { get; init; }

    /// <summary>Generates the sprites, in −1 to 1.</summary>
    public required Func<CancellationToken, Tensor> Generate { get; init; }

    /// <summary>The class that was asked for, int64 [N], where one was.</summary>
    public Tensor? Asked { get; init; }

    /// <summary>The row in a line of text.</summary>
    public string Name => string.Join(", ", [.. Labels.Values, .. Choices.Select(choice =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{choice.Key} {choice.Value}"))]);
}
