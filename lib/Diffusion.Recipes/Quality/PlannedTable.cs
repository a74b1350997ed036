using static TorchSharp.torch;

namespace Diffusion.Recipes.Quality;

/// <summary>A table before it is measured.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Note">How it is measured.</param>
/// <param name="Samples">How many sprites each row generates: real ones are taken as many for the reference.</param>
/// <param name="Rows">What to measure, quick rows first.</param>
internal sealed record PlannedTable(string Title, string Note, int Samples, IReadOnlyList<PlannedRow> Rows);

/// <summary>A row before it is measured: labels, choices, seed, and weights or a training decide what comes out.</summary>
internal sealed record PlannedRow
{
    /// <summary>What is measured, in words.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>What was chosen, in numbers.</summary>
    public required IReadOnlyDictionary<string, double> Choices { get; init; }

    /// <summary>The file of weights; null where the row trains a network of its own.</summary>
    public string? Weights { get; init; }

    /// <summary>How the row's network is trained, in words that no other training has; null where weights are loaded.</summary>
    public string? Training { get; init; }

    /// <summary>Sprites times calls of the network, a step of training as three.</summary>
    public required double Work { get; init; }

    /// <summary>Generates the sprites, in −1 to 1.</summary>
    public required Func<CancellationToken, Tensor> Generate { get; init; }

    /// <summary>The class that was asked for, int64 [N], where one was.</summary>
    public Tensor? Asked { get; init; }

    /// <summary>The row in a line of text.</summary>
    public string Name => string.Join(", ", [.. Labels.Values, .. Choices.Select(choice =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{choice.Key} {choice.Value}"))]);
}
