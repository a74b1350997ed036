using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>A quicker way to a network's gradients than its <c>forward</c> and autograd: the same numbers up to rounding.</summary>
internal interface ITrainingKernel : IDisposable
{
    /// <summary>The weighted mean squared error; adds its gradients to the weights', which are zero before, and sets running statistics.</summary>
    /// <param name="xt">x_t, [B, C, H, W].</param>
    /// <param name="time">The time in the network's own measure, [B] or [1].</param>
    /// <param name="context">[B, K] or [1, K], or null.</param>
    /// <param name="target">ε or what else the network learns to guess, [B, C, H, W].</param>
    /// <param name="weights">What each picture's error counts, [B, 1, 1, 1]; all 1 if null.</param>
    double LossAndGradients(Tensor xt, Tensor time, Tensor? context, Tensor target, Tensor? weights = null);

    /// <summary>Computes as in training for the sake of the running statistics alone.</summary>
    void Normalise(Tensor xt, Tensor time, Tensor? context);
}
