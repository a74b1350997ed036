using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>Base class of weighted loss functions of two arguments.</summary>
/// <typeparam name="T1">The type of argument 1.</typeparam>
/// <typeparam name="T2">The type of argument 2.</typeparam>
/// <typeparam name="TResult">The type of the loss.</typeparam>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>Starts a loss function.</summary>
    /// <param name="weight">A factor for each, or null.</param>
    /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
    public WeightedLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) : base(reduction) => this.weight = weight;

    /// <summary>A factor for each, or null.</summary>
    public Tensor? weight { get; }
}
