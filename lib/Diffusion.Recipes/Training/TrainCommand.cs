using System.CommandLine;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Training;

/// <summary><c>recipes train JOB</c>: trains what lies in data/weights, or a network on a reader's own pictures.</summary>
internal static class TrainCommand
{
    private const string Resumable = "The same command with --resume goes on from here.";

    // A job returns when it is done; cancelled, it saves what it needs to be resumed and throws.
    private static readonly Dictionary<string, Job> Jobs = new()
    {
        ["unconditional"] = new(32, 32_000, 100, (request, cancellation) =>
            ImageTraining.Run(request, pictures => ImageRecipe.Sprite(request, pictures, conditional: false), cancellation), Resumable),
        ["context"] = new(32, 32_000, 100, (request, cancellation) =>
            ImageTraining.Run(request, pictures => ImageRecipe.Sprite(request, pictures, conditional: true), cancellation), Resumable),
        ["ddpm"] = new(8, 16_000, 16, (request, cancellation) =>
            ImageTraining.Run(request, pictures => ImageRecipe.Ddpm(request, pictures), cancellation), Resumable),
        ["classifier"] = new(8, 20_000, 100, ClassifierTraining.Run,
            "Nothing was written, as this training is short and keeps no state; the same command begins anew."),
    };

    public static Command Create()
    {
        var options = new TrainOptions(Jobs.ToDictionary(entry => entry.Key, entry => (entry.Value.Epochs, entry.Value.Images, entry.Value.Batch)));
        var command = new Command("train", "Train a network and write its weights with their provenance.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            set_num_threads(parsed.GetValue(options.Threads));
            var request = options.Read(parsed);
            var named = Jobs[request.Job];
            return Interruptible.Run(cancellation => named.Run(request, cancellation), named.Advice);
        });
        return command;
    }

    // The advice is for one who stopped it.
    private sealed record Job(int Epochs, int Images, int Batch, Action<TrainingRequest, CancellationToken> Run, string Advice);
}
