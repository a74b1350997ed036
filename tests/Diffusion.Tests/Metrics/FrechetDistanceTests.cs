using Diffusion.Metrics;
using static TorchSharp.torch;

namespace Diffusion.Tests.Metrics;

public class FrechetDistanceTests
{
    private static Tensor Normal(int seed, params long[] shape)
    {
        using var generator = new Generator((ulong)seed);
        return randn(shape, dtype: ScalarType.Float64, generator: generator);
    }

    [Fact]
    public void Between_ASetAndItself_IsZero()
    {
        var a = Normal(1, 200, 16).matmul(Normal(2, 16, 16));
        Assert.Equal(0, FrechetDistance.Between(a, a), 1e-8);
    }

    [Fact]
    public void Between_ASetAndItMoved_IsTheSquaredShift()
    {
        var a = Normal(1, 200, 3);
        Assert.Equal(0.3 * 0.3 + 0.4 * 0.4 + 1, FrechetDistance.Between(a, a + tensor(new[] { 0.3, 0.4, -1 })), 1e-10);
    }

    [Fact]
    public void Between_ASetAndItStretched_IsTheChangeOfSpread()
    {
        // C_b = k² C_a, so that the trace is (k − 1)² tr C_a; the moved mean counts too.
        var a = Normal(1, 300, 8).matmul(Normal(2, 8, 8));
        var mean = a.mean([0]);
        var trace = a.sub(mean).square().sum().item<double>() / 299;
        Assert.Equal(4 * trace + 4 * mean.square().sum().item<double>(), FrechetDistance.Between(a, 3 * a), 1e-8 * trace);
    }

    [Fact]
    public void Between_RotatedAxes_UsesTheWholeCovariance()
    {
        // Two long thin clouds at right angles: tr(C_a C_b)^½ = 2·√(0.01·4) with exact covariances diag(4, 0.01) and diag(0.01, 4).
        var square = tensor(new double[] { 1, 1, 1, -1, -1, 1, -1, -1 }, 4, 2) * Math.Sqrt(3.0 / 4);      // covariance I
        var wide = square * tensor(new[] { 2, 0.1 });
        var tall = square * tensor(new[] { 0.1, 2 });
        Assert.Equal(2 * 4.01 - 4 * Math.Sqrt(0.04), FrechetDistance.Between(wide, tall), 1e-10);
    }

    [Fact]
    public void Between_FlatSets_HasNoTroubleWithSingularCovariances()
    {
        var a = cat([Normal(1, 50, 2), zeros(50, 2, dtype: ScalarType.Float64)], 1);
        var b = cat([zeros(60, 2, dtype: ScalarType.Float64), Normal(2, 60, 2)], 1);
        double Trace(Tensor x) => x.var(0).sum().item<double>();
        var means = (a.mean([0]) - b.mean([0])).square().sum().item<double>();
        Assert.Equal(means + Trace(a) + Trace(b), FrechetDistance.Between(a, b), 1e-8);
    }

    [Fact]
    public void Between_TwoDrawsOfOneGaussian_FallsWithTheirNumber()
    {
        var few = FrechetDistance.Between(Normal(1, 100, 10), Normal(2, 100, 10));
        var many = FrechetDistance.Between(Normal(3, 5000, 10), Normal(4, 5000, 10));
        Assert.True(many > 0 && many < few / 10, $"{many:g3} with 5000 points, {few:g3} with 100.");
    }

    [Fact]
    public void Between_UnlikeTables_SaysWhy()
    {
        Assert.Contains("[4, 2] and [4, 3]",
            Assert.Throws<ArgumentException>(() => FrechetDistance.Between(ones(4, 2), ones(4, 3))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FrechetDistance.Between(ones(1, 2), ones(4, 2)));
        Assert.Throws<ArgumentException>(() => FrechetDistance.Between(full([4, 2], float.NaN), ones(4, 2)));
    }
}
