using Diffusion.Data;

namespace Diffusion.Recipes.Training;

/// <summary>What the command line asked of a training.</summary>
/// <param name="Job">Its name, the beginning of the names of its files.</param>
/// <param name="Epochs">How often every picture is learned from.</param>
/// <param name="Images">How many sprites are drawn to learn from; a reader's own pictures are all learned from.</param>
/// <param name="Batch">Pictures in a batch.</param>
/// <param name="Seed">Where weights, order and noise come from.</param>
/// <param name="Out">The folder that weights are written to.</param>
/// <param name="Keep">The epochs, from 0, whose weights are written; the last one's are always.</param>
/// <param name="Resume">Whether to go on from the state that an earlier run left.</param>
internal sealed record TrainingRequest(
    string Job, int Epochs, int Images, int Batch, int Seed, string Out, IReadOnlyList<int> Keep, bool Resume)
{
    /// <summary>A reader's own pictures: a folder, or .npy files of pictures and labels; none for sprites.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>Whether to start from nothing where an earlier training left weights or its state.</summary>
    public bool Overwrite { get; init; }

    /// <summary>What the numbers of a .npy file of pictures mean.</summary>
    public PixelRange Range { get; init; }

    /// <summary>Height and width that pictures are enlarged to; 0 leaves them as they are.</summary>
    public int Size { get; init; }

    /// <summary>Channels of the network's finest feature maps; 0 takes the recipe's.</summary>
    public int Width { get; init; }

    /// <summary>Whether the network learns what is in the pictures.</summary>
    public bool Classes { get; init; }

    /// <summary>The folder that was named for what can be watched while it trains: TensorBoard's events and pictures of each epoch; null if none was.</summary>
    public string? Logs { get; init; }

    /// <summary>The folder for that where none was named; null for no log.</summary>
    public string? UsualLogs { get; init; }

    /// <summary>The command that makes the same again, without folders.</summary>
    public string Command =>
        $"recipes train {Job} --epochs {Epochs}{(Data.Count > 0 ? "" : $" --images {Images}")} --batch {Batch} --seed {Seed}"
        + (Size > 0 ? $" --size {Size}" : "") + (Width > 0 ? $" --width {Width}" : "") + (Classes ? " --classes" : "")
        + (Data.Count > 0 ? " --data …" : "");

    /// <summary>Where the state of a training lies, done or not: what it takes to go on.</summary>
    public string StatePath => Path.Combine(Out, $"{Job}-training.safetensors");

    /// <summary>Refuses to replace what an earlier training made.</summary>
    /// <param name="files">What this one will write.</param>
    public void RequireFree(IEnumerable<string> files)
    {
        if (Overwrite || files.FirstOrDefault(File.Exists) is not { } there) return;
        throw new InvalidOperationException($"{there} is there, from an earlier training. "
            + (File.Exists(StatePath) ? "Go on with that one by --resume (with more --epochs if it is done), or write" : "Write")
            + " into another folder by --out. To start from nothing and lose it, say --overwrite.");
    }
}
