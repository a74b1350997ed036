using static TorchSharp.torch;

namespace Diffusion.Metrics;

/// <summary>How much the samples of one set differ from each other.</summary>
public static class Diversity
{
    /// <summary>The mean over all pairs of the root of the mean squared difference: for images, the usual difference of a pixel's colour.</summary>
    /// <param name="x">The samples, shape [N, …], N at least 2.</param>
    /// <remarks>0 where all are alike; a collapse of the sampler shows as a value below that of the data.</remarks>
    /// <exception cref="ArgumentException">There are fewer than two samples, or they are not finite.</exception>
    public static double MeanPairwiseDistance(Tensor x)
    {
        Shapes.RequireData(x);
        if (x.shape[0] < 2)
            throw new ArgumentException($"A distance needs a pair; the shape is {Shapes.Text(x.shape)}.", nameof(x));
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var count = x.shape[0];
        var rows = x.reshape(count, -1).to(ScalarType.Float64);
        // ‖x_i − x_j‖² = ‖x_i‖² + ‖x_j‖² − 2 x_i·x_j, after centring, which keeps the digits
        var centred = rows - rows.mean([0], keepdim: true);
        var squares = centred.square().sum(1, keepdim: true);                                  // [N, 1]
        var distances = (squares + squares.t() - 2 * centred.matmul(centred.t())).clamp_min(0).sqrt();
        return (distances.sum() - distances.trace()).item<double>() / (count * (count - 1)) / Math.Sqrt(rows.shape[1]);
    }
}
