using System.Text.RegularExpressions;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <content>The whole state of a training in a file, to be resumed from as if it had never stopped.</content>
public sealed partial class Trainer
{
    private const string OptionsKey = "options", ScheduleKey = "schedule", ModelPrefix = "model.", LossesKey = "losses", GeneratorKey = "generator";

    /// <summary>Writes all that the rest of the training depends on; the file appears only once it is whole.</summary>
    /// <remarks>Weights, batch statistics, Adam's moments, the moving average, the epoch's order, the generator's state, the losses.
    /// Between any two steps will do, in the middle of an epoch too.</remarks>
    /// <param name="path">A .safetensors file; one there is replaced.</param>
    /// <param name="notes">Free text of the caller's that goes with it, to be read with <see cref="SafetensorsFile.LoadMetadata"/>.</param>
    public void SaveState(string path, IReadOnlyDictionary<string, string>? notes = null)
    {
        using var scope = NewDisposeScope();
        var state = State();
        state[LossesKey] = Losses;
        state[GeneratorKey] = _generator.get_state();
        SafetensorsFile.Save(path, state, new Dictionary<string, string>(notes ?? new Dictionary<string, string>())
        {
            [OptionsKey] = _options.ToString(),
            [ScheduleKey] = ScheduleText,
        });
    }

    /// <summary>Goes back to a state that was saved: what follows equals an uninterrupted training bit for bit, on the same machine.</summary>
    /// <remarks>A training may go on for more epochs than it was begun for; the learning rate is then that of the longer one from there on.</remarks>
    /// <param name="path">What <see cref="SaveState"/> wrote, in a training with the same options, schedule, network and device; that
    /// the pictures are the same is the caller's to see to.</param>
    /// <exception cref="InvalidDataException">The file is damaged or of another training; nothing is changed then.</exception>
    public void LoadState(string path)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var saved = SafetensorsFile.Load(path);
        RequireSameTraining(path, saved);
        EpochsBegunFor = EpochsOf(SafetensorsFile.LoadMetadata(path)[OptionsKey]);
        foreach (var (key, target) in State()) target.copy_(saved[key]);
        _done = (int)saved[LossesKey].numel();
        _losses.narrow(0, 0, _done).copy_(saved[LossesKey]);
        _generator.set_state(saved[GeneratorKey]);
        _optimizer.GoOnAfter(_done);
    }

    /// <summary>The epochs of the training that the state which was loaded came from; this training's own where none was.</summary>
    public int EpochsBegunFor { get; private set; }

    private static int EpochsOf(string text) => int.TryParse(Epochs().Match(text).Groups[1].Value, out var epochs) ? epochs : 0;

    // The options but for the number of epochs, which may grow.
    private static string Essence(string text) => Epochs().Replace(text, "Epochs");

    [GeneratedRegex(@"\bEpochs = (\d+)")]
    private static partial Regex Epochs();

    // Enough to tell schedules apart; ᾱ_T depends on every beta.
    private string ScheduleText =>
        FormattableString.Invariant($"T = {_schedule.T}, β from {_schedule.Beta[1]:r} to {_schedule.Beta[^1]:r}, ᾱ_T = {_schedule.AlphaBar[^1]:r}");

    // The tensors themselves, to be read or written.
    private Dictionary<string, Tensor> State()
    {
        var state = _network.Module.state_dict().ToDictionary(entry => ModelPrefix + entry.Key, entry => entry.Value);
        foreach (var (key, value) in _optimizer.State) state.Add(key, value);
        if (_batches.State is { } order) state.Add("order", order);
        return state;
    }

    private void RequireSameTraining(string path, Dictionary<string, Tensor> saved)
    {
        const string remedy = "Resume with the options, schedule, pictures, network and device that the training was begun with";
        var notes = SafetensorsFile.LoadMetadata(path);
        if (notes.GetValueOrDefault(OptionsKey) is not { } begun)
            throw BadFile.Error(path, "this is not the state of a training", "Name a file that SaveState wrote");
        if (Essence(begun) != Essence(_options.ToString()) || EpochsOf(begun) > (_options.Epochs ?? 0))
            throw BadFile.Error(path, $"the training was begun with {begun}, and this one has {_options}", remedy);
        if (notes.GetValueOrDefault(ScheduleKey) is { } noised && noised != ScheduleText)
            throw BadFile.Error(path, $"the training was begun with the schedule {noised}, and this one has {ScheduleText}", remedy);
        var expected = State();
        string[] keys = [.. expected.Keys, LossesKey, GeneratorKey];
        if (keys.Except(saved.Keys).Concat(saved.Keys.Except(keys)).FirstOrDefault() is { } odd)
            throw BadFile.Error(path, $"'{odd}' stands in only one of file and training", remedy);
        foreach (var (key, target) in expected)
        {
            if (!target.shape.SequenceEqual(saved[key].shape))
                throw BadFile.Error(path, $"'{key}' is {Shapes.Text(saved[key].shape)} and should be {Shapes.Text(target.shape)}", remedy);
        }
        using var random = _generator.get_state();
        if (!random.shape.SequenceEqual(saved[GeneratorKey].shape) || random.dtype != saved[GeneratorKey].dtype)
            throw BadFile.Error(path, $"the training was begun with a generator on another device than {_generator.device}", remedy);
        if (saved[LossesKey].numel() > StepCount)
            throw BadFile.Error(path, $"{saved[LossesKey].numel()} steps are done of {StepCount}", remedy);
    }
}
