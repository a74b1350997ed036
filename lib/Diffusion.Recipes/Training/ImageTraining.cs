using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Storage;
using Diffusion.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Training;

/// <summary>Trains a network on pictures, without contexts or with them.</summary>
internal sealed class ImageTraining : IDisposable
{
    private const string SecondsKey = "seconds", DataKey = "data", SeedKey = "seed", LogsKey = "logs";
    private const int Samples = 16, SamplingSteps = 50;

    private readonly TrainingRequest request;
    private readonly Pictures pictures;
    private readonly ImageRecipe recipe;
    private readonly Generator random;
    private readonly ImageModel model;
    private readonly Trainer trainer;
    private readonly Device device = cuda.is_available() ? CUDA : CPU;
    private readonly long started = Stopwatch.GetTimestamp();
    private double secondsBefore;
    private string? logs;

    private ImageTraining(TrainingRequest request, Pictures pictures, ImageRecipe recipe)
    {
        (this.request, this.pictures, this.recipe) = (request, pictures, recipe);
        using var weights = new Generator((ulong)request.Seed, CPU);
        random = new Generator((ulong)request.Seed + 1, device);
        model = recipe.Model(weights);
        model.to(device);
        if (model is AttentionUnet unet) unet.MixedPrecision = device.type != DeviceType.CPU;
        var set = pictures.Set.To(device);
        trainer = new Trainer(model, recipe.Schedule, set.Images(), recipe.Conditional ? set.Contexts() : null, random, recipe.Options);
    }

    private string Seed => request.Seed.ToString(CultureInfo.InvariantCulture);

    private double Seconds => secondsBefore + Stopwatch.GetElapsedTime(started).TotalSeconds;

    public static void Run(TrainingRequest request, Func<Pictures, ImageRecipe> recipe, CancellationToken cancellation)
    {
        var pictures = Pictures.Of(request);
        using var training = new ImageTraining(request, pictures, recipe(pictures));
        training.Begin();
        training.Run(cancellation);
    }

    public void Dispose()
    {
        trainer.Dispose();
        model.Dispose();
        random.Dispose();
    }

    private void Begin()
    {
        if (!request.Resume)
        {
            int last = recipe.Epochs - 1;
            request.RequireFree([request.StatePath, .. request.Keep.Where(epoch => epoch < last).Append(last)
                .Select(epoch => Path.Combine(request.Out, recipe.FileOf(request.Job, epoch)))]);
            logs = LogFolder.Of(request, noted: null);
            return;
        }
        if (!File.Exists(request.StatePath))
            throw new InvalidOperationException($"There is nothing to resume: {request.StatePath} does not exist. "
                + "If the training wrote elsewhere, name the folder by --out; a new one begins without --resume, in a folder of its own.");
        var notes = SafetensorsFile.LoadMetadata(request.StatePath);
        if (notes.GetValueOrDefault(DataKey) != pictures.Set.Sha256)
            throw new InvalidDataException($"{request.StatePath} was trained on other pictures; resume with the same --images or --data.");
        if (notes.GetValueOrDefault(SeedKey) is { } seed && seed != Seed)
            throw new InvalidDataException($"{request.StatePath} was begun with --seed {seed}; resume with the same.");
        trainer.LoadState(request.StatePath);
        request.RequireFree(ToCome().Where(file => !IsOfThisTraining(file)));
        secondsBefore = double.Parse(notes[SecondsKey], CultureInfo.InvariantCulture);
        if (trainer.StepsDone == trainer.StepCount)
            throw new InvalidOperationException($"All {recipe.Epochs} epochs of {request.StatePath} are done; name more by --epochs to go on.");
        logs = LogFolder.Of(request, notes.GetValueOrDefault(LogsKey));
        if (trainer.EpochsBegunFor < recipe.Epochs)
            Console.WriteLine($"Begun for {trainer.EpochsBegunFor} epochs, and goes on to {recipe.Epochs}: the learning rate is now that of {recipe.Epochs}.");
    }

    // The files of epochs that are not done; one of a kill between weights and state may be there, and is this training's.
    private IEnumerable<string> ToCome() => request.Keep.Append(recipe.Epochs - 1)
        .Where(epoch => epoch < recipe.Epochs && epoch >= trainer.EpochLosses.Count)
        .Select(epoch => Path.Combine(request.Out, recipe.FileOf(request.Job, epoch)));

    private bool IsOfThisTraining(string weights)
    {
        var provenance = Path.ChangeExtension(weights, ".json");
        if (!File.Exists(provenance)) return false;
        var told = JsonNode.Parse(File.ReadAllText(provenance));
        return told?["seed"]?.GetValue<int>() == request.Seed && told["data"]?["sha256"]?.GetValue<string>() == pictures.Set.Sha256;
    }

    private void Run(CancellationToken cancellation)
    {
        using var log = logs is null ? null : new RunLog(logs);
        if (logs is not null) Console.WriteLine($"The log goes to {Path.GetRelativePath(".", logs)}.");
        var progress = new ProgressLine(trainer.StepsDone);
        try
        {
            foreach (var step in trainer.Run(cancellation: cancellation))
            {
                progress.Tell(step);
                log?.Step(step);
                if (step.EndsEpoch) EndEpoch(step.Epoch, log);
            }
        }
        catch (OperationCanceledException)
        {
            trainer.RequireFinite();                               // else the state of the last epoch's end stays
            SaveState();
            throw;
        }
    }

    private void EndEpoch(int epoch, RunLog? log)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"epoch {epoch} of 0…{recipe.Epochs - 1}: mean loss {trainer.EpochLosses[^1]:f5}, {Seconds / 60:f1} min"));
        trainer.RequireFinite();                                   // good weights on disk stay there
        bool last = epoch == recipe.Epochs - 1;
        if (last || request.Keep.Contains(epoch) || log is not null)
        {
            using var average = trainer.ApplyAverage();
            if (last || request.Keep.Contains(epoch))
                TrainedWeights.Save(model, Path.Combine(request.Out, recipe.FileOf(request.Job, epoch)), Describe(epoch));
            if (log is not null) Show(epoch, log);
        }
        SaveState();
    }

    // The same noise after every epoch, and the classes in turn.
    private void Show(int epoch, RunLog log)
    {
        using var scope = NewDisposeScope();
        using var noise = new Generator((ulong)request.Seed + 2, device);
        int classes = pictures.Set.Classes.Count;
        var context = recipe.Conditional ? eye(classes, device: device)[arange(Samples, device: device).remainder(classes)] : null;
        long[] shape = [Samples, .. pictures.Set.Pixels.shape[1..]];
        var sampler = new DdimSampler(recipe.Schedule) { Steps = Math.Min(SamplingSteps, recipe.Schedule.T) };
        var predictor = model.Predictor(recipe.Schedule, context).Clamped(recipe.Schedule);
        log.Epoch(epoch, trainer.EpochLosses[^1], pictures.Set.Cropped(sampler.Sample(predictor, shape, noise)));
    }

    private void SaveState() => trainer.SaveState(request.StatePath, new Dictionary<string, string>
    {
        [SecondsKey] = Seconds.ToString("f1", CultureInfo.InvariantCulture),
        [DataKey] = pictures.Set.Sha256,
        [SeedKey] = Seed,
        [LogsKey] = LogFolder.Note(request, logs),
    });

    private Provenance Describe(int epoch) => Provenance.Of(request, Seconds) with
    {
        Epoch = epoch,
        Data = new DataProvenance(pictures.Name, pictures.Set.Count, pictures.Set.Sha256) { Notes = pictures.Set.Notes is { Count: > 0 } notes ? notes : null },
        Options = recipe.Options,
        LossByEpoch = trainer.EpochLosses,
    };
}
