using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>Base class of loss functions of two arguments.</summary>
/// <typeparam name="T1">The type of argument 1.</typeparam>
/// <typeparam name="T2">The type of argument 2.</typeparam>
/// <typeparam name="TResult">The type of the loss.</typeparam>
public abstract class Loss<T1, T2, TResult> : Module<T1, T2, TResult>
{
    /// <summary>Starts a loss function.</summary>
    /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
    public Loss(Reduction reduction = Reduction.Mean) : base("Loss") => this.reduction = reduction;

    /// <summary>Whether the mean, the sum or every single loss is returned.</summary>
    public Reduction reduction { get; }
}
