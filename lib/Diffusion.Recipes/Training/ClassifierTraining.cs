using System.Diagnostics;
using System.Globalization;
using Diffusion.Data;
using Diffusion.Metrics;
using Diffusion.Models;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Training;

/// <summary>Trains the classifier whose features pictures are compared in. It takes a minute or two, and starts anew when stopped.</summary>
internal static class ClassifierTraining
{
    public static void Run(TrainingRequest request, CancellationToken cancellation)
    {
        if (request.Resume)
            throw new InvalidOperationException("The classifier's training is short and keeps no state; leave out --resume.");
        if (request.Data.Count > 0)
            throw new InvalidOperationException("The classifier is for the workbook's own sprites; leave out --data.");
        var path = Path.Combine(request.Out, "classifier.safetensors");
        request.RequireFree([path]);
        var started = Stopwatch.GetTimestamp();
        using var generator = new Generator((ulong)request.Seed, CPU);
        var sprites = Sprites.Training(request.Images);
        var options = new ClassifierOptions { Epochs = request.Epochs, BatchSize = request.Batch };
        using var model = new SpriteClassifier(classCount: sprites.Classes.Count, generator: generator);
        var losses = Learn(model, sprites, options, generator, cancellation);
        TrainedWeights.Save(model, path,
            Provenance.Of(request, Stopwatch.GetElapsedTime(started).TotalSeconds) with
            {
                Epoch = options.Epochs - 1,
                Data = new DataProvenance("Sprites.Training", sprites.Count, sprites.Sha256),
                Options = options,
                LossByEpoch = losses,
                Measured = new Dictionary<string, double> { ["accuracyOnHeldOut"] = Accuracy(model) },
            });
    }

    private static List<double> Learn(SpriteClassifier model, ImageSet sprites, ClassifierOptions options, Generator generator,
        CancellationToken cancellation)
    {
        var (progress, epoch, losses) = (new ProgressLine(0), new List<double>(), new List<double>());
        using var trainer = new ClassifierTrainer(model, sprites.Images(), sprites.Labels, generator, options);
        foreach (var step in trainer.Run(cancellation))
        {
            progress.Tell(step);
            epoch.Add(step.Loss);
            if (!step.EndsEpoch) continue;
            losses.Add(epoch.Average());
            epoch.Clear();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"epoch {step.Epoch} of 0…{options.Epochs - 1}: mean loss {losses[^1]:f4}"));
        }
        return losses;
    }

    private static double Accuracy(SpriteClassifier model)
    {
        var held = Sprites.HeldOut();
        var accuracy = ContextAccuracy.Of(held.Labels, model.Predict(held.Images()), held.Classes.Count).Overall;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{accuracy:p2} of {held.Count} held-out sprites are named right"));
        return accuracy;
    }
}
