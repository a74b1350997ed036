using System.CommandLine;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Training;

/// <summary><c>recipes train JOB</c>: trains what lies in data/weights.</summary>
internal static class TrainCommand
{
    // A job returns when it is done; cancelled, it saves what it needs to be resumed and throws.
    private static readonly Dictionary<string, (int Epochs, Action<TrainingRequest, CancellationToken> Run)> Jobs = new()
    {
        ["unconditional"] = (32, (request, cancellation) => UnetTraining.Run(request, conditional: false, cancellation)),
        ["context"] = (32, (request, cancellation) => UnetTraining.Run(request, conditional: true, cancellation)),
        ["classifier"] = (8, ClassifierTraining.Run),
    };

    public static Command Create()
    {
        var job = new Argument<string>("JOB") { Description = $"What to train: {string.Join(", ", Jobs.Keys)}." };
        job.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Jobs.ContainsKey(token.Value))
                result.AddError($"There is no training '{token.Value}'. They are: {string.Join(", ", Jobs.Keys)}.");
        });
        var epochs = PositiveOption.Create("--epochs", "How often every sprite is learned from: by default "
            + $"{string.Join(", ", Jobs.Select(entry => $"{entry.Value.Epochs} for {entry.Key}"))}.");
        var images = PositiveOption.Create("--images", "How many sprites are drawn to learn from.", 20_000);
        var batch = PositiveOption.Create("--batch", "Sprites in a batch.", 100);
        var threads = PositiveOption.Create("--threads", "Threads that tensors are computed on.", Environment.ProcessorCount);
        var seed = new Option<int>("--seed") { Description = "Where weights, order and noise come from." };
        var folder = new Option<string>("--out") { Description = "The folder for weights.", DefaultValueFactory = _ => Path.Combine("data", "weights") };
        var keep = new Option<int[]>("--keep")
        {
            Description = "Epochs, from 0, whose weights are written; the last one's are always.",
            DefaultValueFactory = _ => [0, 4, 8],
            AllowMultipleArgumentsPerToken = true,
        };
        var resume = new Option<bool>("--resume") { Description = "Go on with a training that was stopped." };
        var command = new Command("train", "Train a network and write its weights with their provenance.")
        {
            job, epochs, images, batch, seed, folder, keep, threads, resume,
        };
        command.SetAction(parsed => Run(parsed.GetValue(threads), new TrainingRequest(
            parsed.GetRequiredValue(job), parsed.GetValue(epochs) is > 0 and var asked ? asked : Jobs[parsed.GetRequiredValue(job)].Epochs,
            parsed.GetValue(images), parsed.GetValue(batch),
            parsed.GetValue(seed), parsed.GetValue(folder)!, parsed.GetValue(keep)!, parsed.GetValue(resume))));
        return command;
    }

    private static int Run(int threads, TrainingRequest request)
    {
        set_num_threads(threads);
        return Interruptible.Run(cancellation => Jobs[request.Job].Run(request, cancellation),
            "The same command with --resume goes on from here.");
    }
}
