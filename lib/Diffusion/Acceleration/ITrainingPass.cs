using static TorchSharp.torch;

namespace Diffusion.Acceleration;

/// <summary>The loss of a batch and its gradients by a network's weights, in training mode.</summary>
public interface ITrainingPass : IDisposable
{
    /// <summary>The weighted mean squared error; adds its gradients to those of the weights, which are zero before, and moves running statistics
    /// as <c>forward</c> does. Null to decline a batch, which then changes nothing.</summary>
    /// <param name="xt">x_t, [B, …].</param>
    /// <param name="time">The time as the network's <c>forward</c> takes it, [B] or [1].</param>
    /// <param name="context">[B, K] or [1, K], or null.</param>
    /// <param name="target">ε or what else the network learns to guess, the shape of x_t.</param>
    /// <param name="weights">What each example's error counts, [B, 1, …]; all 1 if null.</param>
    /// <exception cref="ArgumentException">The shapes do not fit the network.</exception>
    double? LossAndGradients(Tensor xt, Tensor time, Tensor? context, Tensor target, Tensor? weights = null);

    /// <summary>Moves the running statistics alone, as <c>forward</c> does; false to decline a batch.</summary>
    /// <param name="xt">x_t, [B, …].</param>
    /// <param name="time">The time as the network's <c>forward</c> takes it, [B] or [1].</param>
    /// <param name="context">[B, K] or [1, K], or null.</param>
    bool MoveStatistics(Tensor xt, Tensor time, Tensor? context);
}
