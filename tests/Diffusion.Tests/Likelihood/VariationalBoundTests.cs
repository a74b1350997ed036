using Diffusion.Likelihood;
using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Likelihood;

public class VariationalBoundTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(50, 1e-3, 0.2);

    [Fact]
    public void Prior_OfOnes_EqualsTheReference()
    {
        var bound = new VariationalBound(NoiseSchedule.Linear(1000), (xt, _) => xt.clone());
        Assert.Equal(Golden.Values.GetProperty("prior_kl_of_x0_equal_1_linear_1000").GetDouble(),
            bound.Prior(ones(4, 2, dtype: ScalarType.Float64)).Nats, 1e-12);
    }

    [Fact]
    public void Terms_OfAStandardNormalAndItsOptimalModel_AddUpToItsEntropy()
    {
        // If x₀ is standard normal so is every x_t, and q(x_{t−1} | x_t) is a Gaussian of variance β_t: the bound is an equality.
        NoisePredictor best = (xt, t) => xt * Math.Sqrt(1 - Schedule.AlphaBar[t]);
        var bound = new VariationalBound(Schedule, best) { Variance = ReverseVariance.Beta };
        var generator = new Generator(1);
        using var scope = NewDisposeScope();
        var x0 = randn(200_000, 1, dtype: ScalarType.Float64, generator: generator);
        var total = bound.Terms(x0, generator).Sum(term => term.Nats);
        Assert.Equal(Math.Log(2 * Math.PI * Math.E) / 2, total, 5e-3);
    }

    [Fact]
    public void Terms_OfAWorseModel_AreMore()
    {
        using var scope = NewDisposeScope();
        double Total(double factor)
        {
            var generator = new Generator(1);
            var x0 = randn(2_000, 1, generator: generator);
            var bound = new VariationalBound(Schedule, (xt, t) => xt * (factor * Math.Sqrt(1 - Schedule.AlphaBar[t])));
            return bound.Terms(x0, generator).Sum(term => term.Nats);
        }
        Assert.True(Total(0.8) > Total(1));
    }

    [Theory]
    [InlineData(ReverseVariance.Beta)]
    [InlineData(ReverseVariance.Posterior)]
    public void Step_OfANoiseOffByAConstant_IsItsSquareTimesTheWeight(ReverseVariance variance)
    {
        using var scope = NewDisposeScope();
        var (x0, eps) = (randn(64, 2, dtype: ScalarType.Float64), randn(64, 2, dtype: ScalarType.Float64));
        double Nats(double off, int t) =>
            new VariationalBound(Schedule, (_, _) => eps + off) { Variance = variance }.Step(x0, t, eps).Nats;

        foreach (var t in new[] { 2, 25, 50 })
            Assert.Equal(0.01 * Schedule.InBound(t, variance), Nats(0.1, t) - Nats(0, t), 1e-9);
    }

    [Fact]
    public void Step_OfAModelThatKnowsTheNoise_CostsNothing()
    {
        using var scope = NewDisposeScope();
        var (x0, eps) = (randn(64, 2, dtype: ScalarType.Float64), randn(64, 2, dtype: ScalarType.Float64));
        var bound = new VariationalBound(Schedule, (_, _) => eps.clone());
        Assert.Equal(0, bound.Step(x0, 10, eps).Nats, 1e-9);
    }

    [Fact]
    public void Step_WithBytes_IsTheDiscretisedGaussians()
    {
        using var scope = NewDisposeScope();
        var x0 = randint(0, 256, [16, 3], generator: new Generator(1)).to(ScalarType.Float64) / 127.5 - 1;
        var eps = randn_like(x0);
        var bound = new VariationalBound(Schedule, (_, _) => eps.clone()) { Decoder = Decoder.Bytes };
        // A model that knows the noise puts the mean of x₀ at x₀ itself.
        var expected = -DiscretisedGaussian.LogProbability(x0, x0, Schedule.Beta[1]).mean().item<double>();
        Assert.Equal(expected, bound.Step(x0, 1, eps).Nats, 1e-6);
    }
}
