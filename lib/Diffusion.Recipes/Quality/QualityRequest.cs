namespace Diffusion.Recipes.Quality;

/// <summary>What the command line asked to be measured.</summary>
/// <param name="Tables">The tables' names.</param>
/// <param name="Weights">The folder that weights are read from.</param>
/// <param name="Out">The folder that tables are written to.</param>
/// <param name="Samples">How many sprites each row generates; 0 leaves it to the table.</param>
/// <param name="Seed">Where all noise comes from.</param>
internal sealed record QualityRequest(IReadOnlyList<string> Tables, string Weights, string Out, int Samples, int Seed)
{
    /// <summary>The command that measures the same again, without folders.</summary>
    public string Command =>
        $"recipes quality {string.Join(' ', Tables)} --seed {Seed}{(Samples > 0 ? $" --samples {Samples}" : "")}";

    /// <summary>The samples of a table's rows.</summary>
    /// <param name="usual">What the table would choose.</param>
    public int SamplesOr(int usual) => Samples > 0 ? Samples : usual;
}
