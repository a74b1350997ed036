using static TorchSharp.torch;

namespace Diffusion.Acceleration;

/// <summary>Computes some networks in a quicker way than operation by operation: the same numbers up to rounding.</summary>
/// <remarks>It is asked once for a network, and may decline whatever it does not know, for its sizes, its device, its types or the
/// machine's sake; the network's own <c>forward</c> and autograd then do the work. <see cref="Accelerators.Register"/> makes it known.</remarks>
public interface IAccelerator
{
    /// <summary>A quicker way to a network's output in eval mode, without gradients; null to decline.</summary>
    /// <param name="network">The network, on its device.</param>
    IEvaluation? Evaluate(nn.Module network);

    /// <summary>A quicker way to the gradients of a network's weights; null to decline.</summary>
    /// <param name="network">The network, on its device, its weights where they stay during the training.</param>
    /// <param name="batch">B, the most examples at once.</param>
    ITrainingPass? Train(nn.Module network, int batch);

    /// <summary>softmax(Q Kᵀ/√d) V of each head (Vaswani et al. 2017, eq. 1), differentiable as any operation; null to decline.</summary>
    /// <param name="qkv">Queries, keys and values beside each other, [B, L, 3C].</param>
    /// <param name="heads">The parts of the channels that attend each on their own; C is a multiple of it.</param>
    /// <returns>What each place finds, [B, L, C].</returns>
    Tensor? Attend(Tensor qkv, int heads);
}

/// <summary>A network's output in eval mode, without gradients. One call at a time.</summary>
public interface IEvaluation : IDisposable
{
    /// <summary>Takes over the network's weights and running statistics as they are now; to be called before the first <see cref="Run"/>.</summary>
    void TakeWeights();

    /// <summary>The output; null to decline an input, of another device or type than the weights, say.</summary>
    /// <param name="x">x_t, shape [B, …].</param>
    /// <param name="time">The time as the network's <c>forward</c> takes it, one for the whole batch, [1].</param>
    /// <param name="context">What is in the data, [B, K] or [1, K], as <c>forward</c> takes it; null for nothing.</param>
    /// <returns>A tensor of its own, the shape of x_t.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit the network.</exception>
    Tensor? Run(Tensor x, Tensor time, Tensor? context);
}

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
