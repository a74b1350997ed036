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

    private readonly TrainingRequest _request;
    private readonly Pictures _pictures;
    private readonly ImageRecipe _recipe;
    private readonly Generator _random;
    private readonly ImageModel _model;
    private readonly Trainer _trainer;
    private readonly Device _device = cuda.is_available() ? CUDA : CPU;
    private readonly long _started = Stopwatch.GetTimestamp();
    private double _secondsBefore;
    private string? _logs;

    private ImageTraining(TrainingRequest request, Pictures pictures, ImageRecipe recipe)
    {
        (_request, _pictures, _recipe) = (request, pictures, recipe);
        using var weights = new Generator((ulong)request.Seed, CPU);
        _random = new Generator((ulong)request.Seed + 1, _device);
        _model = recipe.Model(weights);
        _model.to(_device);
        if (_model is AttentionUnet unet) unet.MixedPrecision = _device.type != DeviceType.CPU;
        var set = pictures.Set.To(_device);
        _trainer = new Trainer(_model, recipe.Schedule, set.Images(), recipe.Conditional ? set.Contexts() : null, _random, recipe.Options);
    }

    private string Seed => _request.Seed.ToString(CultureInfo.InvariantCulture);

    private double Seconds => _secondsBefore + Stopwatch.GetElapsedTime(_started).TotalSeconds;

    public static void Run(TrainingRequest request, Func<Pictures, ImageRecipe> recipe, CancellationToken cancellation)
    {
        var pictures = Pictures.Of(request);
        using var training = new ImageTraining(request, pictures, recipe(pictures));
        training.Begin();
        training.Run(cancellation);
    }

    public void Dispose()
    {
        _trainer.Dispose();
        _model.Dispose();
        _random.Dispose();
    }

    private void Begin()
    {
        if (!_request.Resume)
        {
            var last = _recipe.Epochs - 1;
            _request.RequireFree([_request.StatePath, .. _request.Keep.Where(epoch => epoch < last).Append(last)
                .Select(epoch => Path.Combine(_request.Out, _recipe.FileOf(_request.Job, epoch)))]);
            _logs = LogFolder.Of(_request, noted: null);
            return;
        }
        if (!File.Exists(_request.StatePath))
            throw new InvalidOperationException($"There is nothing to resume: {_request.StatePath} does not exist. "
                + "If the training wrote elsewhere, name the folder by --out; a new one begins without --resume, in a folder of its own.");
        var notes = SafetensorsFile.LoadMetadata(_request.StatePath);
        if (notes.GetValueOrDefault(DataKey) != _pictures.Set.Sha256)
            throw new InvalidDataException($"{_request.StatePath} was trained on other pictures; resume with the same --images or --data.");
        if (notes.GetValueOrDefault(SeedKey) is { } seed && seed != Seed)
            throw new InvalidDataException($"{_request.StatePath} was begun with --seed {seed}; resume with the same.");
        _trainer.LoadState(_request.StatePath);
        _request.RequireFree(ToCome().Where(file => !IsOfThisTraining(file)));
        _secondsBefore = double.Parse(notes[SecondsKey], CultureInfo.InvariantCulture);
        if (_trainer.StepsDone == _trainer.StepCount)
            throw new InvalidOperationException($"All {_recipe.Epochs} epochs of {_request.StatePath} are done; name more by --epochs to go on.");
        _logs = LogFolder.Of(_request, notes.GetValueOrDefault(LogsKey));
        if (_trainer.EpochsBegunFor < _recipe.Epochs)
            Console.WriteLine($"Begun for {_trainer.EpochsBegunFor} epochs, and goes on to {_recipe.Epochs}: the learning rate is now that of {_recipe.Epochs}.");
    }

    // The files of epochs that are not done; one of a kill between weights and state may be there, and is this training's.
    private IEnumerable<string> ToCome() => _request.Keep.Append(_recipe.Epochs - 1)
        .Where(epoch => epoch < _recipe.Epochs && epoch >= _trainer.EpochLosses.Count)
        .Select(epoch => Path.Combine(_request.Out, _recipe.FileOf(_request.Job, epoch)));

    private bool IsOfThisTraining(string weights)
    {
        var provenance = Path.ChangeExtension(weights, ".json");
        if (!File.Exists(provenance)) return false;
        var told = JsonNode.Parse(File.ReadAllText(provenance));
        return told?["seed"]?.GetValue<int>() == _request.Seed && told["data"]?["sha256"]?.GetValue<string>() == _pictures.Set.Sha256;
    }

    private void Run(CancellationToken cancellation)
    {
        using var log = _logs is null ? null : new RunLog(_logs);
        if (_logs is not null) Console.WriteLine($"The log goes to {Path.GetRelativePath(".", _logs)}.");
        var progress = new ProgressLine(_trainer.StepsDone);
        try
        {
            foreach (var step in _trainer.Run(cancellation: cancellation))
            {
                progress.Tell(step);
                log?.Step(step);
                if (step.EndsEpoch) EndEpoch(step.Epoch, log);
            }
        }
        catch (OperationCanceledException)
        {
            _trainer.RequireFinite();                               // else the state of the last epoch's end stays
            SaveState();
            throw;
        }
    }

    private void EndEpoch(int epoch, RunLog? log)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"epoch {epoch} of 0…{_recipe.Epochs - 1}: mean loss {_trainer.EpochLosses[^1]:f5}, {Seconds / 60:f1} min"));
        _trainer.RequireFinite();                                   // good weights on disk stay there
        var last = epoch == _recipe.Epochs - 1;
        if (last || _request.Keep.Contains(epoch) || log is not null)
        {
            using var average = _trainer.ApplyAverage();
            if (last || _request.Keep.Contains(epoch))
                TrainedWeights.Save(_model, Path.Combine(_request.Out, _recipe.FileOf(_request.Job, epoch)), Describe(epoch));
            if (log is not null) Show(epoch, log);
        }
        SaveState();
    }

    // The same noise after every epoch, and the classes in turn.
    private void Show(int epoch, RunLog log)
    {
        using var scope = NewDisposeScope();
        using var noise = new Generator((ulong)_request.Seed + 2, _device);
        var classes = _pictures.Set.Classes.Count;
        var context = _recipe.Conditional ? eye(classes, device: _device)[arange(Samples, device: _device).remainder(classes)] : null;
        long[] shape = [Samples, .. _pictures.Set.Pixels.shape[1..]];
        var sampler = new DdimSampler(_recipe.Schedule) { Steps = Math.Min(SamplingSteps, _recipe.Schedule.T) };
        var predictor = _model.Predictor(_recipe.Schedule, context).Clamped(_recipe.Schedule);
        log.Epoch(epoch, _trainer.EpochLosses[^1], _pictures.Set.Cropped(sampler.Sample(predictor, shape, noise)));
    }

    private void SaveState() => _trainer.SaveState(_request.StatePath, new Dictionary<string, string>
    {
        [SecondsKey] = Seconds.ToString("f1", CultureInfo.InvariantCulture),
        [DataKey] = _pictures.Set.Sha256,
        [SeedKey] = Seed,
        [LogsKey] = LogFolder.Note(_request, _logs),
    });

    private Provenance Describe(int epoch) => Provenance.Of(_request, Seconds) with
    {
        Epoch = epoch,
        Data = new DataProvenance(_pictures.Name, _pictures.Set.Count, _pictures.Set.Sha256) { Notes = _pictures.Set.Notes is { Count: > 0 } notes ? notes : null },
        Options = _recipe.Options,
        LossByEpoch = _trainer.EpochLosses,
    };
}
