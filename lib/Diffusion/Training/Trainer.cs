using Diffusion.Acceleration;
using Diffusion.Likelihood;
using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Trains a network to guess the noise in x_t, by the simple loss ‖ε − ε̂‖² (Ho et al. 2020, eq. 14, algorithm 1), unless the options
/// name another target or weighting.</summary>
/// <remarks>
/// Points and pictures are trained alike; pictures may have contexts, and hiding those now and then makes one network that can do both,
/// with and without (Ho and Salimans 2022).
/// While a trainer is in use the network's weights are views of one vector: train, save and sample as ever, but leave
/// <c>zero_grad</c> and moving the network to another device for before or after.
/// </remarks>
public sealed partial class Trainer : IDisposable
{
    private readonly TrainedNetwork _network;
    private readonly NoiseSchedule _schedule;
    private readonly TrainingOptions _options;
    private readonly FlatOptimizer _optimizer;
    private readonly Generator _generator;
    private readonly Tensor _data;                                  // [N, …]
    private readonly Tensor? _contexts;                             // [N, K]
    private readonly Tensor _losses;                                // [steps]
    private readonly Tensor? _weights;                              // [T + 1], what each step's error counts
    private readonly Batches _batches;
    private readonly ITrainingPass? _pass;
    private int _done;

    /// <summary>Prepares the training of a network that takes whole steps, on points or whatever has its shape.</summary>
    /// <param name="network">Takes x_t of shape [B, …] and steps, int64 [B] in 1..T, and gives ε̂ of the shape of x_t.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="data">x₀, all data, float32, shape [N, …], on the network's device.</param>
    /// <param name="generator">Where batches, steps and noise are drawn from; on the network's device.</param>
    /// <param name="options">How to train.</param>
    /// <exception cref="ArgumentException">An option is out of its range, the data are empty, not float32 or not finite, or the
    /// network has no weights to train.</exception>
    public Trainer(nn.Module<Tensor, Tensor, Tensor> network, NoiseSchedule schedule, Tensor data, Generator generator, TrainingOptions options)
        : this(Plain(network), schedule, RequireData(data), null, generator, options)
    {
    }

    /// <summary>Prepares the training of a network for pictures.</summary>
    /// <param name="network">The network.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="images">x₀, all pictures, float32 in [−1, 1], shape [N, C, H, W], on the network's device.</param>
    /// <param name="contexts">What is in the pictures, float32, shape [N, K]; null trains without.</param>
    /// <param name="generator">Where batches, steps, noise and hidden contexts are drawn from; on the network's device.</param>
    /// <param name="options">How to train.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or the pictures or contexts do not fit the network.</exception>
    public Trainer(ImageModel network, NoiseSchedule schedule, Tensor images, Tensor? contexts, Generator generator, TrainingOptions options)
        : this(Timed(network, schedule), schedule, RequireFit(network, images, contexts), contexts, generator, options)
    {
    }

    private Trainer(TrainedNetwork network, NoiseSchedule schedule, Tensor data, Tensor? contexts, Generator generator, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Validated();
        EpochsBegunFor = options.Epochs ?? 0;
        (_network, _schedule, _generator) = (network, schedule, generator);
        _data = data.alias().DetachFromDisposeScope();
        _contexts = contexts?.alias().DetachFromDisposeScope();
        _optimizer = new FlatOptimizer(network.Module, options.EmaDecay, options.MaxGradientNorm, options.WeightDecay);
        Count = (int)data.shape[0];
        _batches = Batches.Of(options, Count, data.device);
        _pass = Accelerators.Train(network.Module, options.Epochs is null ? options.BatchSize : Math.Min(Count, options.BatchSize));
        _losses = zeros(StepCount, device: data.device).DetachFromDisposeScope();
        _weights = Weights()?.DetachFromDisposeScope();
    }

    /// <summary>N, the number of examples.</summary>
    public int Count { get; }

    /// <summary>The steps of the whole training.</summary>
    public int StepCount => _options.Steps ?? checked(_batches.StepsPerEpoch * _options.Epochs!.Value);

    /// <summary>The steps done so far.</summary>
    public int StepsDone => _done;

    /// <summary>The losses of the steps done so far, in a tensor of its own, shape [steps].</summary>
    public Tensor Losses => _losses.narrow(0, 0, _done).clone();

    /// <summary>The mean loss of each epoch that is complete.</summary>
    public IReadOnlyList<double> EpochLosses
    {
        get
        {
            using var scope = NewDisposeScope();
            int each = _batches.StepsPerEpoch, epochs = _done / each;
            if (epochs == 0) return [];
            return [.. _losses.narrow(0, 0, epochs * each).view(epochs, each).to(ScalarType.Float64).mean([1]).cpu().data<double>().ToArray()];
        }
    }

    /// <summary>Trains lazily: each step is done when the next element is asked for. Asked again later, it goes on where it stopped.</summary>
    /// <param name="progress">Told the number of steps done, a hundred times at most.</param>
    /// <param name="cancellation">Ends the training between two steps.</param>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The weights are not finite at the end, or memory ran out.</exception>
    public IEnumerable<TrainingStep> Run(IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        _optimizer.Parameters.AttachGradients();
        var draw = Draw(_generator);
        int count = StepCount, stride = (count + 99) / 100, each = _batches.StepsPerEpoch;
        while (_done < count)
        {
            cancellation.ThrowIfCancellationRequested();
            var rate = _options.LearningRateAt(_done + 1, each);
            Learn(draw, rate);
            if (_done % stride == 0 || _done == count) progress?.Report(_done);
            yield return new TrainingStep(_done, count, rate, _losses, each);
        }
        RequireFinite();
    }

    /// <summary>Refuses weights that are not finite, as <see cref="Run"/> does at its end; the host waits for the device.</summary>
    /// <exception cref="InvalidOperationException">A weight is not finite; the message says since which step.</exception>
    public void RequireFinite() => _optimizer.RequireFinite(Losses);

    /// <summary>Frees what the training needed; the network keeps its weights.</summary>
    public void Dispose()
    {
        _losses.Dispose();
        _batches.Dispose();
        _data.Dispose();
        _contexts?.Dispose();
        _weights?.Dispose();
        _pass?.Dispose();
        _optimizer.Dispose();
    }

    private void Learn(NoisyDraw draw, double rate)
    {
        using var scope = NewDisposeScope();
        _network.Module.train();
        var (xt, time, context, y, weight) = Batch(draw, _batches.Rows(_done, _generator), _generator);
        _optimizer.Parameters.Gradients.zero_();
        using var record = _losses.narrow(0, _done, 1);
        LossAndGradients(xt, time, context, y, weight, record);
        _optimizer.Step(rate);
        _done++;
    }

    private void LossAndGradients(Tensor xt, Tensor time, Tensor? context, Tensor y, Tensor? weight, Tensor record)
    {
        try
        {
            if (_pass?.LossAndGradients(xt, time, context, y, weight) is { } known)
            {
                record.fill_(known);
                return;
            }
            var output = _network.Call(xt, time, context);
            var loss = weight is null ? nn.functional.mse_loss(output, y) : (output - y).square().mul(weight).mean();
            loss.backward();
            using var _ = no_grad();
            record.copy_(loss);
        }
        catch (Exception problem) when (MemoryShortage.Is(problem))
        {
            throw MemoryShortage.Explained(problem, (int)xt.shape[0], xt.shape[1..]);
        }
    }

    // What one step learns from: what each example's error counts is [B, 1, …], null where all count alike.
    private (Tensor Xt, Tensor Time, Tensor? Context, Tensor Y, Tensor? Weight) Batch(NoisyDraw draw, Tensor rows, Generator random)
    {
        var (xt, t, y) = draw.Perturb(_data.index_select(0, rows));
        return (xt, _network.TimeOf(t), Context(rows, random), y, _weights?.index_select(0, t).view(Shapes.Column(xt)));
    }

    private Tensor? Weights() => _options.Weighting == LossWeighting.MinSnr
        ? tensor([0, .. Enumerable.Range(1, _schedule.T).Select(t => (float)_schedule.MinSnr(t, _options.Target))], device: _data.device)
        : null;

    // Each context whole, or zeros.
    private Tensor? Context(Tensor rows, Generator random)
    {
        if (_contexts is null) return null;
        var keep = rand([rows.shape[0], 1], device: rows.device, generator: random).ge(_options.ContextDropout);
        return _contexts.index_select(0, rows).mul_(keep);
    }

    private NoisyDraw Draw(Generator random) => new(_schedule, random, _data.device)
    {
        StepSampling = _options.StepSampling,
        Perturbation = _options.Perturbation,
        Target = _options.Target,
    };

    private static TrainedNetwork Plain(nn.Module<Tensor, Tensor, Tensor> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new TrainedNetwork(network);
    }

    private static TrainedNetwork Timed(ImageModel network, NoiseSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(schedule);
        return new TrainedNetwork(network, schedule.T);
    }

    private static Tensor RequireData(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Shapes.RequireData(data);
        Shapes.RequireFloat32(data, "Data");
        return data;
    }

    private static Tensor RequireFit(ImageModel network, Tensor images, Tensor? contexts)
    {
        ArgumentNullException.ThrowIfNull(images);
        Shapes.RequirePictures(images);
        network.RequirePictures(images);
        if (contexts is null) return images;
        Shapes.RequireFloat32(contexts, "Contexts");
        Shapes.RequireData(contexts);
        if (!contexts.shape.AsSpan().SequenceEqual([images.shape[0], network.ContextSize]))
            throw new ArgumentException($"The contexts have shape {Shapes.Text(contexts.shape)}; {images.shape[0]} pictures and this "
                + $"network need [{images.shape[0]}, {network.ContextSize}].", nameof(contexts));
        return images;
    }
}
