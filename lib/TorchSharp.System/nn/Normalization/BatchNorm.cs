using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Normalizes each channel over the batch (Ioffe and Szegedy 2015); in evaluation, by the running statistics.</summary>
public abstract class BatchNorm : NormBase
{
    /// <summary>Starts a normalization.</summary>
    /// <param name="num_features">The number of channels.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="momentum">The newest batch's share in the running statistics.</param>
    /// <param name="affine">Whether there are a factor and a summand for each channel.</param>
    /// <param name="track_running_stats">Whether statistics are kept.</param>
    /// <param name="device">Where the parameters are.</param>
    /// <param name="dtype">Their type.</param>
    /// <param name="name">Its name, for people only.</param>
    public BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        if (input.shape[1] != num_features)
            throw new ArgumentException(
                $"Expected {num_features} channels in the second dimension of the input to {GetName()}, got [{string.Join(", ", input.shape)}]");
        // Without statistics, the batch's own are used in evaluation too.
        var batch = training || running_mean is null;
        return functional.batch_norm(input, running_mean, running_var, weight, bias, batch, Share(), eps);
    }

    // The newest batch's share in the running statistics; counts the batch.
    private double Share()
    {
        if (!training || num_batches_tracked is null) return momentum ?? 0;
        using var _ = no_grad();
        num_batches_tracked.add_(1);
        return momentum ?? 1.0 / num_batches_tracked.item<long>();
    }
}
