using Diffusion.Likelihood;
using static TorchSharp.torch;

namespace Diffusion.Tests.Likelihood;

public class GaussianDivergenceTests
{
    [Fact]
    public void Between_Numbers_EqualsTheReference()
    {
        foreach (var row in Golden.Values.GetProperty("normal_kl").EnumerateArray())
        {
            double At(string key) => row.GetProperty(key).GetDouble();
            Assert.Equal(At("kl"), GaussianDivergence.Between(At("m1"), At("v1"), At("m2"), At("v2")), 1e-12);
        }
    }

    [Fact]
    public void Between_Tensors_EqualsTheNumbers()
    {
        using var scope = NewDisposeScope();
        double[] means = [-1, 0.3, 2], others = [0, 0.25, -4];
        var divergence = GaussianDivergence.Between(tensor(means), 0.5, tensor(others), 0.7);
        for (var i = 0; i < means.Length; i++)
            Assert.Equal(GaussianDivergence.Between(means[i], 0.5, others[i], 0.7), divergence[i].item<double>(), 1e-12);
    }

    [Fact]
    public void Between_DrawsOfTheFirst_IsTheMeanLogRatio()
    {
        using var scope = NewDisposeScope();
        var x = randn(1_000_000, dtype: ScalarType.Float64, generator: new Generator(3)) * Math.Sqrt(0.5) + 0.3;
        Tensor LogDensity(double mean, double variance) => -(x - mean).square() / (2 * variance) - Math.Log(variance) / 2;
        var simulated = (LogDensity(0.3, 0.5) - LogDensity(-0.2, 0.7)).mean().item<double>();
        Assert.Equal(simulated, GaussianDivergence.Between(0.3, 0.5, -0.2, 0.7), 3e-3);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    public void Between_AVarianceThatIsNotPositive_IsRefused(double variance, double other)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianDivergence.Between(0, variance, 0, other));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianDivergence.Between(zeros(2), variance, zeros(2), other));
    }

    [Fact]
    public void Between_TwoShapes_IsRefused() =>
        Assert.Throws<ArgumentException>(() => GaussianDivergence.Between(zeros(2, 1), 1, zeros(2, 2), 1));
}
