namespace Diffusion.Recipes.Quality;

/// <summary>What the command line asked to be measured.</summary>
/// <param name="Tables">The tables' names.</param>
/// <param name="Weights">The folder that weights are read from.</param>
/// <param name="Out">The folder that tables are written to.</param>
/// <param name="Samples">How many sprites each row generates; 0 leaves it to the table.</param>
/// <param name="Seed">Where all noise comes from.</param>
/// <param name="Images">How many sprites networks learn from where a table trains its own; 0 leaves it to the table.</param>
internal sealed record QualityRequest(IReadOnlyList<string> Tables, string Weights, string Out, int Samples, int Seed, int Images)
{
    /// <summary>The command that measures the same again, without folders.</summary>
    public string Command =>
        $"recipes quality {string.Join(' ', Tables)} --seed {Seed}{(Samples > 0 ? $" --samples {Samples}" : "")}{(Images > 0 ? $" --images {Images}" : "")}";

    /// <summary>The samples of a table's rows.</summary>
    /// <param name="usual">What the table would choose.</param>
    public int SamplesOr(int usual) => Samples > 0 ? Samples : usual;

    /// <summary>The sprites that a table's own networks learn from.</summary>
    /// <param name="usual">What the table would choose.</param>
    public int ImagesOr(int usual) => Images > 0 ? Images : usual;
}
