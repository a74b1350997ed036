using Diffusion.Kernels;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>A network for noisy pictures, told the time and, if wished, what is in them: what <see cref="Training.ImageTrainer"/> trains.</summary>
/// <param name="name">The module's name.</param>
public abstract class ImageModel(string name) : nn.Module<Tensor, Tensor, Tensor?, Tensor>(name)
{
    /// <summary>K, the numbers in a context, one for each class; 0 where the network knows no contexts.</summary>
    public int ContextSize { get; protected init; }

    /// <summary>Whether the library's own kernels are taken, where processor, device and sizes suit: faster than the tensor engine's operations,
    /// and in float32 as they are, equal up to rounding.</summary>
    public bool UseKernels { get; set; } = true;

    /// <summary>ε̂, or what else the network was trained to guess, for a batch, differentiable: what training uses.</summary>
    /// <param name="x">x_t, shape [B, C, H, W].</param>
    /// <param name="time">The time in the network's own measure: one for each picture, [B], or one for all, [1].</param>
    /// <param name="context">What is in the pictures, shape [B, K] or [1, K]; nothing is said of them if null.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public abstract override Tensor forward(Tensor x, Tensor time, Tensor? context = null);

    /// <summary>ε̂ without gradients, for samplers: the weights as they are now, in eval mode.</summary>
    /// <param name="schedule">The schedule that the network was trained on.</param>
    /// <param name="context">What shall be in the pictures, shape [B, K] or [1, K]; nothing in particular if null.</param>
    /// <param name="target">What the network was trained to guess; ε̂ follows from it.</param>
    /// <exception cref="ArgumentException">The context's shape does not fit.</exception>
    public abstract NoisePredictor Predictor(NoiseSchedule schedule, Tensor? context = null, PredictionTarget target = PredictionTarget.Noise);

    /// <summary>Steps in the measure that <see cref="forward"/> takes them in.</summary>
    /// <param name="t">Steps, int64 [B], each in 1..T.</param>
    /// <param name="last">T.</param>
    public abstract Tensor TimeOf(Tensor t, int last);

    /// <summary>Refuses pictures that the network is not for.</summary>
    internal abstract void RequirePictures(Tensor images);

    /// <summary>A kernel that trains the network as it is now, or null where there is none that suits.</summary>
    /// <param name="images">The most pictures at once.</param>
    internal abstract ITrainingKernel? TrainingKernel(int images);

    internal void RequireShapes(Tensor x, Tensor time, Tensor? context)
    {
        RequirePictures(x);
        if (time.numel() != 1 && time.numel() != x.shape[0])
            throw new ArgumentException($"The time needs one number for each of the {x.shape[0]} pictures or one for all; "
                + $"its shape is {Shapes.Text(time.shape)}.", nameof(time));
        if (context is null) return;
        RequireContext(context);
        if (context.shape[0] != 1 && context.shape[0] != x.shape[0])
            throw new ArgumentException($"There are {context.shape[0]} contexts for {x.shape[0]} pictures.", nameof(context));
    }

    private protected void RequireContext(Tensor context)
    {
        if (ContextSize == 0) throw new ArgumentException("This network was made without contexts; leave the context out.", nameof(context));
        if (context.dim() != 2 || context.shape[1] != ContextSize)
            throw new ArgumentException($"A context has shape {Shapes.Text(context.shape)}; this network needs [B, {ContextSize}].",
                nameof(context));
    }
}
