namespace Diffusion.Recipes.Training;

/// <summary>What the command line asked of a training.</summary>
/// <param name="Job">Its name, the beginning of the names of its files.</param>
/// <param name="Epochs">How often every picture is learned from.</param>
/// <param name="Images">How many sprites are drawn to learn from.</param>
/// <param name="Batch">Pictures in a batch.</param>
/// <param name="Seed">Where weights, order and noise come from.</param>
/// <param name="Out">The folder that weights are written to.</param>
/// <param name="Keep">The epochs, from 0, whose weights are written; the last one's are always.</param>
/// <param name="Resume">Whether to go on from the state that an earlier run left.</param>
internal sealed record TrainingRequest(
    string Job, int Epochs, int Images, int Batch, int Seed, string Out, IReadOnlyList<int> Keep, bool Resume)
{
    /// <summary>The command that makes the same again, without folders.</summary>
    public string Command =>
        $"recipes train {Job} --epochs {Epochs} --images {Images} --batch {Batch} --seed {Seed}";

    /// <summary>Where the state of an unfinished training lies.</summary>
    public string StatePath => Path.Combine(Out, $"{Job}-training.safetensors");
}
