using System.Diagnostics;
using System.Globalization;
using Diffusion.Data;
using Diffusion.Models;
using Diffusion.Storage;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Training;

/// <summary>Trains the sprite network, without contexts or with them.</summary>
internal sealed class UnetTraining : IDisposable
{
    private const string SecondsKey = "seconds", DataKey = "data";

    private readonly TrainingRequest request;
    private readonly ImageTrainingOptions options;
    private readonly ImageSet sprites;
    private readonly Generator random;
    private readonly ContextUnet model;
    private readonly ImageTrainer trainer;
    private readonly long started = Stopwatch.GetTimestamp();
    private double secondsBefore;

    private UnetTraining(TrainingRequest request, bool conditional)
    {
        this.request = request;
        options = SpriteRecipe.Options with { Epochs = request.Epochs, BatchSize = request.Batch };
        sprites = Sprites.Training(request.Images);
        using var weights = new Generator((ulong)request.Seed, CPU);
        random = new Generator((ulong)request.Seed + 1, CPU);
        model = SpriteRecipe.Model(weights);
        trainer = new ImageTrainer(model, SpriteRecipe.Schedule, sprites.Images(), conditional ? sprites.Contexts() : null, random, options);
    }

    private double Seconds => secondsBefore + Stopwatch.GetElapsedTime(started).TotalSeconds;

    public static void Run(TrainingRequest request, bool conditional, CancellationToken cancellation)
    {
        using var training = new UnetTraining(request, conditional);
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
        bool begun = File.Exists(request.StatePath);
        if (begun && !request.Resume)
            throw new InvalidOperationException($"{request.StatePath} is the state of a training that was stopped: "
                + "go on with it by --resume, or delete it.");
        if (!begun && request.Resume)
            throw new InvalidOperationException($"There is nothing to resume: {request.StatePath} does not exist. Leave out --resume.");
        if (!begun) return;
        var notes = SafetensorsFile.LoadMetadata(request.StatePath);
        if (notes.GetValueOrDefault(DataKey) != sprites.Sha256)
            throw new InvalidDataException($"{request.StatePath} was trained on other sprites; resume with the same --images.");
        trainer.LoadState(request.StatePath);
        secondsBefore = double.Parse(notes[SecondsKey], CultureInfo.InvariantCulture);
    }

    private void Run(CancellationToken cancellation)
    {
        var progress = new ProgressLine(trainer.StepsDone);
        try
        {
            foreach (var step in trainer.Run(cancellation: cancellation))
            {
                progress.Tell(step);
                if (step.EndsEpoch) EndEpoch(step.Epoch);
            }
        }
        catch (OperationCanceledException)
        {
            SaveState();
            throw;
        }
        File.Delete(request.StatePath);
    }

    private void EndEpoch(int epoch)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"epoch {epoch} of 0…{options.Epochs - 1}: mean loss {trainer.EpochLosses[^1]:f5}, {Seconds / 60:f1} min"));
        if (request.Keep.Contains(epoch) || epoch == options.Epochs - 1)
        {
            using var average = trainer.ApplyAverage();
            TrainedWeights.Save(model, Path.Combine(request.Out, $"{request.Job}-{epoch:00}.safetensors"), Describe(epoch));
        }
        SaveState();
    }

    private void SaveState() => trainer.SaveState(request.StatePath, new Dictionary<string, string>
    {
        [SecondsKey] = Seconds.ToString("f1", CultureInfo.InvariantCulture),
        [DataKey] = sprites.Sha256,
    });

    private Provenance Describe(int epoch) => Provenance.Of(request, Seconds) with
    {
        Epoch = epoch,
        Data = new DataProvenance("Sprites.Training", sprites.Count, sprites.Sha256),
        Options = options,
        LossByEpoch = trainer.EpochLosses,
    };
}
