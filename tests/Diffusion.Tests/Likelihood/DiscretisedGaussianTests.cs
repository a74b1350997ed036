using Diffusion.Likelihood;
using static TorchSharp.torch;

namespace Diffusion.Tests.Likelihood;

public class DiscretisedGaussianTests
{
    private static Tensor AllBytes() => arange(256, dtype: ScalarType.Float32) / 127.5 - 1;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.9, 0.01)]
    [InlineData(-1.5, 0.3)]
    public void LogProbability_OfAllBytes_AddsUpToOne(double mean, double variance)
    {
        using var scope = NewDisposeScope();
        var logs = DiscretisedGaussian.LogProbability(AllBytes(), full(256, mean), variance);
        Assert.Equal(1, logs.exp().sum().item<double>(), 1e-6);
    }

    [Fact]
    public void LogProbability_OfABroadGaussian_IsItsDensityTimesTheInterval()
    {
        using var scope = NewDisposeScope();
        var x = AllBytes()[100];
        var density = Math.Exp(-Math.Pow(x.item<float>() - 0.2, 2) / 2) / Math.Sqrt(2 * Math.PI);
        var log = DiscretisedGaussian.LogProbability(x, full([], 0.2), 1);
        Assert.Equal(Math.Log(density * 2 / 255), log.item<double>(), 1e-5);
    }

    [Fact]
    public void LogProbability_FarFromTheMean_IsFinite() =>
        Assert.True(double.IsFinite(DiscretisedGaussian.LogProbability(zeros(1), ones(1), 1e-6).item<double>()));

    [Fact]
    public void LogProbability_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscretisedGaussian.LogProbability(zeros(1), zeros(1), 0));
        Assert.Throws<ArgumentException>(() => DiscretisedGaussian.LogProbability(zeros(2), zeros(1), 1));
    }
}
