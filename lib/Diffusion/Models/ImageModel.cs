using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>A network for noisy pictures, told the time and, if wished, what is in them: what <see cref="Training.Trainer"/> trains on pictures.</summary>
/// <remarks>A network of one's own needs its <see cref="forward"/> alone: the rest has defaults, which suit any network that takes t/T.</remarks>
/// <param name="name">The module's name.</param>
public abstract class ImageModel(string name) : nn.Module<Tensor, Tensor, Tensor?, Tensor>(name)
{
    /// <summary>K, the numbers in a context, one for each class; 0 where the network knows no contexts.</summary>
    public int ContextSize { get; protected init; }

    /// <summary>ε̂, or what else the network was trained to guess, for a batch, differentiable: what training uses.</summary>
    /// <param name="x">x_t, shape [B, C, H, W].</param>
    /// <param name="time">The time in the network's own measure: one for each picture, [B], or one for all, [1].</param>
    /// <param name="context">What is in the pictures, shape [B, K] or [1, K]; nothing is said of them if null.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public abstract override Tensor forward(Tensor x, Tensor time, Tensor? context = null);

    /// <summary>ε̂ without gradients, in eval mode, for samplers.</summary>
    /// <remarks>Here by the weights as they are at each call. A network that can be copied is better asked for a copy, so that it may be
    /// trained further meanwhile, as the library's own are.</remarks>
    /// <param name="schedule">The schedule that the network was trained on.</param>
    /// <param name="context">What shall be in the pictures, shape [B, K] or [1, K]; nothing in particular if null.</param>
    /// <param name="target">What the network was trained to guess; ε̂ follows from it.</param>
    /// <exception cref="ArgumentException">The context's shape does not fit.</exception>
    public virtual NoisePredictor Predictor(NoiseSchedule schedule, Tensor? context = null, PredictionTarget target = PredictionTarget.Noise)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (context is not null) RequireContext(context);
        var kept = context?.detach().clone().DetachFromDisposeScope();
        return schedule.Predictor(target, (xt, t) => Evaluate(xt, schedule.Require(t), schedule.T, kept));
    }

    /// <summary>Steps in the measure that <see cref="forward"/> takes them in: t/T unless a network says otherwise.</summary>
    /// <param name="t">Steps, int64 [B], each in 1..T.</param>
    /// <param name="last">T.</param>
    public virtual Tensor TimeOf(Tensor t, int last)
    {
        ArgumentNullException.ThrowIfNull(t);
        return t.to(ScalarType.Float32).div_(last);
    }

    /// <summary>Refuses pictures, times and contexts that the network is not for.</summary>
    /// <param name="x">x_t, shape [B, C, H, W].</param>
    /// <param name="time">The time, [B] or [1].</param>
    /// <param name="context">[B, K] or [1, K], or null.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public void Require(Tensor x, Tensor time, Tensor? context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(time);
        RequirePictures(x);
        if (time.numel() != 1 && time.numel() != x.shape[0])
            throw new ArgumentException($"The time needs one number for each of the {x.shape[0]} pictures or one for all; "
                + $"its shape is {Shapes.Text(time.shape)}.", nameof(time));
        if (context is null) return;
        RequireContext(context);
        if (context.shape[0] != 1 && context.shape[0] != x.shape[0])
            throw new ArgumentException($"There are {context.shape[0]} contexts for {x.shape[0]} pictures.", nameof(context));
    }

    /// <summary>Refuses pictures of a shape that the network is not for.</summary>
    /// <param name="images">Pictures, to be [B, C, H, W].</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public virtual void RequirePictures(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.dim() != 4)
            throw new ArgumentException($"Pictures have shape {Shapes.Text(images.shape)}; they need [B, C, H, W].", nameof(images));
    }

    /// <summary>Refuses contexts that the network is not for.</summary>
    /// <param name="context">Contexts, to be [B, K].</param>
    /// <exception cref="ArgumentException">The shape does not fit, or the network knows none.</exception>
    protected void RequireContext(Tensor context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (ContextSize == 0) throw new ArgumentException("This network was made without contexts; leave the context out.", nameof(context));
        if (context.dim() != 2 || context.shape[1] != ContextSize)
            throw new ArgumentException($"A context has shape {Shapes.Text(context.shape)}; this network needs [B, {ContextSize}].",
                nameof(context));
    }

    private Tensor Evaluate(Tensor xt, int t, int last, Tensor? context)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var trains = training;
        eval();
        try
        {
            return call(xt, TimeOf(full(1, (long)t, dtype: ScalarType.Int64, device: xt.device), last), context).MoveToOuterDisposeScope();
        }
        finally
        {
            train(trains);
        }
    }
}
