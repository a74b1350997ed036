using static TorchSharp.torch;

namespace Diffusion.Metrics;

/// <summary>How far two sets of images are apart, as Gaussians in the features of a network (Heusel et al. 2017, eq. 6).</summary>
/// <remarks>Two halves of one set are not at distance 0, and the fewer images, the farther apart: compare equal numbers only, and
/// quote that floor. Features of another network give other numbers.</remarks>
public static class FrechetDistance
{
    /// <summary>‖μ_a − μ_b‖² + tr(C_a + C_b − 2 (C_a C_b)^½), in double precision.</summary>
    /// <param name="a">The features of one set, shape [N, D], N at least 2.</param>
    /// <param name="b">The features of the other, shape [M, D].</param>
    /// <exception cref="ArgumentException">The sets are not two tables of equal width with two rows or more, or not finite.</exception>
    public static double Between(Tensor a, Tensor b)
    {
        Shapes.RequireData(a);
        Shapes.RequireData(b);
        if (a.dim() != 2 || b.dim() != 2 || a.shape[1] != b.shape[1] || a.shape[0] < 2 || b.shape[0] < 2)
            throw new ArgumentException("The Fréchet distance compares two tables of features of equal width, [N, D] and [M, D], with two rows or more; "
                + $"these are {Shapes.Text(a.shape)} and {Shapes.Text(b.shape)}.");
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var (meanA, covarianceA) = Moments(a);
        var (meanB, covarianceB) = Moments(b);
        var apart = (meanA - meanB).square().sum().item<double>();
        var traces = (covarianceA + covarianceB).trace().item<double>();
        return Math.Max(0, apart + traces - 2 * TraceOfRoot(covarianceA, covarianceB));
    }

    private static (Tensor Mean, Tensor Covariance) Moments(Tensor features)
    {
        var x = features.to(ScalarType.Float64).cpu();
        var mean = x.mean([0]);
        var centred = x - mean;
        return (mean, centred.t().matmul(centred) / (x.shape[0] - 1));
    }

    // With C_a = A Aᵀ, C_a C_b has the eigenvalues of Aᵀ C_b A, which is symmetric: take A = V Λ^½.
    private static double TraceOfRoot(Tensor covarianceA, Tensor covarianceB)
    {
        var (values, vectors) = linalg.eigh(covarianceA);
        var factor = vectors * Root(values);
        return Root(linalg.eigvalsh(factor.t().matmul(covarianceB).matmul(factor))).sum().item<double>();
    }

    // A covariance has no negative eigenvalues; rounding gives tiny ones.
    private static Tensor Root(Tensor eigenvalues) => eigenvalues.clamp_min(0).sqrt();
}
