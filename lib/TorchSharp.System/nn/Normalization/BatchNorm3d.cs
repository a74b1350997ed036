using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalization of [N, C, D, H, W].</summary>
public sealed class BatchNorm3d : BatchNorm
{
    internal BatchNorm3d(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm3d))
    {
    }

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.dim() != 5)
            throw new ArgumentException($"Expected a 5D input to BatchNorm3d, got [{string.Join(", ", input.shape)}]");
    }
}
