using Diffusion.Acceleration;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Trains ε_θ(x_t, t) to guess the noise in x_t, by the simple loss ‖ε − ε̂‖² (Ho et al. 2020, eq. 14, algorithm 1).</summary>
/// <remarks>While a trainer is in use the model's weights are views of one vector: train, save and sample as ever, but leave
/// <c>zero_grad</c> and moving the model to another device for before or after.</remarks>
public sealed class Trainer : IDisposable
{
    private readonly nn.Module<Tensor, Tensor, Tensor> model;
    private readonly NoiseSchedule schedule;
    private readonly TrainingOptions options;
    private readonly FlatOptimizer optimizer;
    private readonly Tensor losses;
    private readonly ITrainingPass? pass;
    private int done;

    /// <summary>Prepares the training of a model.</summary>
    /// <param name="model">ε_θ: takes x_t of shape [B, …] and steps, int64 [B] in 1..T, and gives ε̂ of the shape of x_t.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="options">How to train; the defaults are the 2-D demo's.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or the model has no weights to train.</exception>
    public Trainer(nn.Module<Tensor, Tensor, Tensor> model, NoiseSchedule schedule, TrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(schedule);
        this.options = (options ?? new()).Validated();
        (this.model, this.schedule) = (model, schedule);
        optimizer = new FlatOptimizer(model, this.options.EmaRate, this.options.MaxGradientNorm);
        pass = Accelerators.Train(model, this.options.BatchSize);
        losses = zeros(this.options.Steps, device: optimizer.Parameters.Values.device).DetachFromDisposeScope();
    }

    /// <summary>The moving average of the weights: what to sample from.</summary>
    public Ema Ema => optimizer.Ema;

    /// <summary>The losses of the steps done so far, in a tensor of its own, shape [steps].</summary>
    public Tensor Losses => losses.narrow(0, 0, done).clone();

    /// <summary>Trains lazily: each step is done when the next element is asked for. Asked again later, it goes on where it stopped.</summary>
    /// <param name="data">x₀, all data, float, shape [N, …], on the model's device.</param>
    /// <param name="generator">Where batches, steps and noise are drawn from; on the model's device.</param>
    /// <param name="progress">Told the number of steps done, a hundred times at most.</param>
    /// <param name="cancellation">Ends the training between two steps.</param>
    /// <exception cref="ArgumentException">The data are empty, not floating-point or not finite.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The weights are not finite at the end.</exception>
    public IEnumerable<TrainingStep> Run(Tensor data, Generator generator, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(generator);
        Shapes.RequireData(data);
        Shapes.RequireFloat32(data, "Data");
        return Steps(data, new StepDraw(schedule, options, generator, optimizer.Parameters.Values.device), progress, cancellation);
    }

    /// <summary>Frees what the training needed; the model keeps its weights.</summary>
    public void Dispose()
    {
        losses.Dispose();
        pass?.Dispose();
        optimizer.Dispose();
    }

    private IEnumerable<TrainingStep> Steps(Tensor data, StepDraw draw, IProgress<int>? progress, CancellationToken cancellation)
    {
        optimizer.Parameters.AttachGradients();
        int stride = (options.Steps + 99) / 100;
        while (done < options.Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            double rate = options.LearningRateAt(done + 1);
            Learn(data, draw, rate);
            if (done % stride == 0 || done == options.Steps) progress?.Report(done);
            yield return new TrainingStep(done, options.Steps, rate, losses);
        }
        optimizer.RequireFinite(losses);
    }

    private void Learn(Tensor data, StepDraw draw, double rate)
    {
        using var scope = NewDisposeScope();
        var (xt, t, eps) = draw.Batch(data);
        LossAndGradients(xt, t, eps);
        optimizer.Step(rate);
        done++;
    }

    private void LossAndGradients(Tensor xt, Tensor t, Tensor eps)
    {
        using var place = losses.narrow(0, done, 1);
        optimizer.Parameters.Gradients.zero_();
        if (pass?.LossAndGradients(xt, t, context: null, eps) is { } known)
        {
            place.fill_(known);
            return;
        }
        var loss = nn.functional.mse_loss(model.call(xt, t), eps);
        loss.backward();
        using var __ = no_grad();
        place.copy_(loss);
    }
}
