using static TorchSharp.torch;

namespace Diffusion.Acceleration;

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
