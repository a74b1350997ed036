using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The cross entropy of logits [N, C, …] and classes.</summary>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss function.</summary>
    /// <param name="weight">A factor for each class, or null.</param>
    /// <param name="ignore_index">A class that counts for nothing, or null.</param>
    /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
    /// <param name="label_smoothing">How much of each target is spread over all classes, 0..1.</param>
    public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) : base(weight, reduction)
    {
        this.ignore_index = ignore_index;
        this.label_smoothing = label_smoothing;
    }

    /// <summary>A class that counts for nothing, or null.</summary>
    public long? ignore_index { get; }

    /// <summary>How much of each target is spread over all classes, 0..1.</summary>
    public double label_smoothing { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}
