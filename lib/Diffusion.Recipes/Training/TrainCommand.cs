using System.CommandLine;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Training;

/// <summary><c>recipes train JOB</c>: trains what lies in data/weights.</summary>
internal static class TrainCommand
{
    // A job returns when it is done; cancelled, it saves what it needs to be resumed and throws.
    private static readonly Dictionary<string, Action<TrainingRequest, CancellationToken>> Jobs = new()
    {
        ["unconditional"] = (request, cancellation) => UnetTraining.Run(request, conditional: false, cancellation),
        ["context"] = (request, cancellation) => UnetTraining.Run(request, conditional: true, cancellation),
    };

    public static Command Create()
    {
        var job = new Argument<string>("JOB") { Description = $"What to train: {string.Join(", ", Jobs.Keys)}." };
        job.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Jobs.ContainsKey(token.Value))
                result.AddError($"There is no training '{token.Value}'. They are: {string.Join(", ", Jobs.Keys)}.");
        });
        var epochs = Positive("--epochs", "How often every sprite is learned from.", 32);
        var images = Positive("--images", "How many sprites are drawn to learn from.", 20_000);
        var batch = Positive("--batch", "Sprites in a batch.", 100);
        var threads = Positive("--threads", "Threads that tensors are computed on.", Environment.ProcessorCount);
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
            parsed.GetRequiredValue(job), parsed.GetValue(epochs), parsed.GetValue(images), parsed.GetValue(batch),
            parsed.GetValue(seed), parsed.GetValue(folder)!, parsed.GetValue(keep)!, parsed.GetValue(resume))));
        return command;
    }

    private static int Run(int threads, TrainingRequest request)
    {
        set_num_threads(threads);
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;                                 // the job ends the process when it has saved
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            Jobs[request.Job](request, stop.Token);
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"Stopped. `{request.Command} --resume` goes on from here.");
            return ExitCode.Interrupted;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(problem.Message);
            return ExitCode.Failure;
        }
    }

    private static Option<int> Positive(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var count) && count >= 1))
                result.AddError($"{name} takes a whole number from 1 up, not '{token.Value}'.");
        });
        return option;
    }
}
