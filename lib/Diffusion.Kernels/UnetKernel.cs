using Diffusion.Acceleration;
using Diffusion.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>A <see cref="ContextUnet"/> computed and differentiated on the processor's vectors, in float32.</summary>
/// <remarks>
/// The tensor engine's convolutions multiply as the definition says, and it walks through memory once for each small step
/// between them. Here convolutions take Winograd's short cut and the steps are merged; the numbers are those of the module's
/// own <c>forward</c> and of autograd, up to rounding. Only what is small goes through the tensor engine: embeddings, and the bottleneck.
/// </remarks>
internal abstract class UnetKernel : ITrainingPass
{
    /// <summary>A kernel for a network, or null where the processor, the device or the network's sizes do not suit.</summary>
    /// <param name="unet">The network.</param>
    /// <param name="images">The most images at once.</param>
    /// <param name="training">Whether gradients will be asked for.</param>
    public static UnetKernel? For(ContextUnet unet, int images, bool training) =>
        !Suits(unet, training) ? null
        : ProcessorVectors.AreLong ? new UnetKernel<Lanes512>(unet, images, training, get_num_threads())
        : new UnetKernel<Lanes256>(unet, images, training, get_num_threads());

    /// <summary>Whether there is a kernel for a network.</summary>
    public static bool Suits(ContextUnet unet, bool training) =>
        ProcessorVectors.IsSupported && unet.Features % ProcessorVectors.Width == 0 && unet.Channels < unet.Features
        && unet.parameters().All(weight => FloatData.IsPlain(weight) && (weight.requires_grad || !training))
        && unet.modules().OfType<BatchNorm2d>().All(norm => norm.momentum is not null);

    /// <summary>The most images at once.</summary>
    public abstract int Capacity { get; }

    /// <summary>Takes over the network's weights and running statistics as they are now.</summary>
    public abstract void Freeze();

    /// <summary>ε̂ by the frozen weights.</summary>
    /// <param name="xt">x_t, [B, C, H, H].</param>
    /// <param name="time">The time's embeddings, [1 or B, …].</param>
    /// <param name="context">The context's embeddings, [1 or B, …].</param>
    public abstract Tensor PredictNoise(Tensor xt, (Tensor Coarse, Tensor Fine) time, (Tensor Coarse, Tensor Fine) context);

    public abstract double? LossAndGradients(Tensor xt, Tensor time, Tensor? context, Tensor target, Tensor? weights = null);

    public abstract bool MoveStatistics(Tensor xt, Tensor time, Tensor? context);

    public abstract void Dispose();
}
