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
