using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>Trains an <see cref="AttentionUnet"/> with the attention kernel, autograd doing the rest.</summary>
internal sealed class AttentionUnetKernel(AttentionUnet unet) : ITrainingKernel
{
    public double LossAndGradients(Tensor xt, Tensor time, Tensor? context, Tensor target, Tensor? weights = null)
    {
        using var scope = NewDisposeScope();
        var tape = new GradientTape();
        var squares = (unet.Denoise(xt, unet.Code(time, context), tape, kernels: true) - target).square();
        var loss = (weights is null ? squares : squares * weights).mean();
        tape.Backward(loss);
        return loss.item<float>();
    }

    // It has no running statistics.
    public void Normalise(Tensor xt, Tensor time, Tensor? context)
    {
    }

    public void Dispose()
    {
    }
}
