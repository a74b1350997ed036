using Diffusion.Acceleration;
using Diffusion.Likelihood;
using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Trains an <see cref="ImageModel"/> epoch by epoch on pictures, with their contexts or without.</summary>
/// <remarks>
/// Each epoch goes through all pictures once in a new order. The loss is the simple one, ‖ε − ε̂‖² (Ho et al. 2020, eq. 14), unless
/// the options name another target or weighting.
/// Hiding contexts now and then makes one network that can do both, with and without (Ho and Salimans 2022).
/// While a trainer is in use the model's weights are views of one vector, as with <see cref="Trainer"/>.
/// </remarks>
public sealed partial class ImageTrainer : IDisposable
{
    private readonly ImageModel model;
    private readonly NoiseSchedule schedule;
    private readonly ImageTrainingOptions options;
    private readonly FlatOptimizer optimizer;
    private readonly Generator generator;
    private readonly Tensor images;                                // [N, C, H, W]
    private readonly Tensor? contexts;                             // [N, K]
    private readonly Tensor losses;                                // [steps]
    private readonly Tensor order;                                 // [N], the rows of images in this epoch's order
    private readonly Tensor? weights;                              // [T + 1], what each step's error counts
    private readonly int stepsPerEpoch;
    private readonly ITrainingPass? pass;
    private int done;

    /// <summary>Prepares the training of a network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="images">x₀, all pictures, float in [−1, 1], shape [N, C, H, W], on the model's device.</param>
    /// <param name="contexts">What is in the pictures, float, shape [N, K]; null trains without.</param>
    /// <param name="generator">Where order, steps, noise and hidden contexts are drawn from; on the model's device.</param>
    /// <param name="options">How to train; the defaults are the course's.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or the pictures or contexts do not fit the network.</exception>
    public ImageTrainer(ImageModel model, NoiseSchedule schedule, Tensor images, Tensor? contexts, Generator generator,
        ImageTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(generator);
        this.options = (options ?? new()).Validated();
        RequireFit(model, images, contexts);
        EpochsBegunFor = this.options.Epochs;
        (this.model, this.schedule, this.generator) = (model, schedule, generator);
        this.images = images.alias().DetachFromDisposeScope();
        this.contexts = contexts?.alias().DetachFromDisposeScope();
        optimizer = new FlatOptimizer(model, this.options.EmaRate, weightDecay: this.options.WeightDecay);
        Count = (int)images.shape[0];
        stepsPerEpoch = (Count - 1) / this.options.BatchSize + 1;
        pass = Accelerators.Train(model, Math.Min(Count, this.options.BatchSize));
        losses = zeros(StepCount, device: images.device).DetachFromDisposeScope();
        weights = Weights()?.DetachFromDisposeScope();
        order = arange(Count, dtype: ScalarType.Int64, device: images.device).DetachFromDisposeScope();
    }

    /// <summary>N, the number of pictures.</summary>
    public int Count { get; }

    /// <summary>The steps of the whole training.</summary>
    public int StepCount => checked(stepsPerEpoch * options.Epochs);

    /// <summary>The steps done so far.</summary>
    public int StepsDone => done;

    /// <summary>The losses of the steps done so far, in a tensor of its own, shape [steps].</summary>
    public Tensor Losses => losses.narrow(0, 0, done).clone();

    /// <summary>The mean loss of each epoch that is complete.</summary>
    public IReadOnlyList<double> EpochLosses
    {
        get
        {
            using var scope = NewDisposeScope();
            int epochs = done / stepsPerEpoch;
            if (epochs == 0) return [];
            return [.. losses.narrow(0, 0, epochs * stepsPerEpoch).view(epochs, stepsPerEpoch).to(ScalarType.Float64).mean([1])
                .cpu().data<double>().ToArray()];
        }
    }

    /// <summary>Trains lazily: each step is done when the next element is asked for. Asked again later, it goes on where it stopped.</summary>
    /// <param name="progress">Told the number of steps done, a hundred times at most.</param>
    /// <param name="cancellation">Ends the training between two steps.</param>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The weights are not finite at the end, or memory ran out.</exception>
    public IEnumerable<TrainingStep> Run(IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        optimizer.Parameters.AttachGradients();
        var draw = Draw(generator);
        int count = StepCount, stride = (count + 99) / 100;
        while (done < count)
        {
            cancellation.ThrowIfCancellationRequested();
            double rate = options.LearningRateAt(done / stepsPerEpoch);
            Learn(draw, rate);
            if (done % stride == 0 || done == count) progress?.Report(done);
            yield return new TrainingStep(done, count, rate, losses, stepsPerEpoch);
        }
        RequireFinite();
    }

    /// <summary>Refuses weights that are not finite, as <see cref="Run"/> does at its end; the host waits for the device.</summary>
    /// <exception cref="InvalidOperationException">A weight is not finite; the message says since which step.</exception>
    public void RequireFinite() => optimizer.RequireFinite(Losses);

    /// <summary>Frees what the training needed; the model keeps its weights.</summary>
    public void Dispose()
    {
        losses.Dispose();
        order.Dispose();
        images.Dispose();
        contexts?.Dispose();
        weights?.Dispose();
        pass?.Dispose();
        optimizer.Dispose();
    }

    private void Learn(NoisyDraw draw, double rate)
    {
        using var scope = NewDisposeScope();
        model.train();
        int place = done % stepsPerEpoch;
        if (place == 0) order.copy_(randperm(Count, dtype: ScalarType.Int64, device: order.device, generator: generator));
        long start = (long)place * options.BatchSize;
        var rows = order.narrow(0, start, Math.Min(options.BatchSize, Count - start));
        var (xt, time, context, y, weight) = Batch(draw, rows, generator);
        optimizer.Parameters.Gradients.zero_();
        var loss = LossAndGradients(xt, time, context, y, weight);
        optimizer.Step(rate);
        using var _ = no_grad();
        using var record = losses[done];
        record.copy_(loss);
        done++;
    }

    private Tensor LossAndGradients(Tensor xt, Tensor time, Tensor? context, Tensor y, Tensor? weight)
    {
        try
        {
            return Compute(xt, time, context, y, weight);
        }
        catch (Exception problem) when (MemoryShortage.Is(problem))
        {
            throw MemoryShortage.Explained(problem, (int)xt.shape[0], xt.shape[1..]);
        }
    }

    private Tensor Compute(Tensor xt, Tensor time, Tensor? context, Tensor y, Tensor? weight)
    {
        if (pass?.LossAndGradients(xt, time, context, y, weight) is { } known) return tensor(known);
        var output = model.call(xt, time, context);
        var loss = weight is null ? nn.functional.mse_loss(output, y) : (output - y).square().mul(weight).mean();
        loss.backward();
        return loss;
    }

    // What one step learns from: what each picture's error counts is [B, 1, 1, 1], null where all count alike.
    private (Tensor Xt, Tensor Time, Tensor? Context, Tensor Y, Tensor? Weight) Batch(NoisyDraw draw, Tensor rows, Generator random)
    {
        var (xt, t, y) = draw.Perturb(images.index_select(0, rows));
        return (xt, model.TimeOf(t, schedule.T), Context(rows, random), y, weights?.index_select(0, t).view(-1, 1, 1, 1));
    }

    private Tensor? Weights() => options.Weighting == LossWeighting.MinSnr
        ? tensor([0, .. Enumerable.Range(1, schedule.T).Select(t => (float)schedule.MinSnr(t, options.Target))], device: images.device)
        : null;

    // Each context whole, or zeros.
    private Tensor? Context(Tensor rows, Generator random)
    {
        if (contexts is null) return null;
        var keep = rand([rows.shape[0], 1], device: rows.device, generator: random).ge(options.ContextDropout);
        return contexts.index_select(0, rows).mul_(keep);
    }

    private NoisyDraw Draw(Generator random) => new(schedule, random, images.device)
    {
        Perturbation = options.Perturbation,
        Target = options.Target,
    };

    private static void RequireFit(ImageModel model, Tensor images, Tensor? contexts)
    {
        ArgumentNullException.ThrowIfNull(images);
        Shapes.RequirePictures(images);
        model.RequirePictures(images);
        if (contexts is null) return;
        Shapes.RequireFloat32(contexts, "Contexts");
        Shapes.RequireData(contexts);
        if (!contexts.shape.AsSpan().SequenceEqual([images.shape[0], model.ContextSize]))
            throw new ArgumentException($"The contexts have shape {Shapes.Text(contexts.shape)}; {images.shape[0]} pictures and this "
                + $"network need [{images.shape[0]}, {model.ContextSize}].", nameof(contexts));
    }
}
