using Diffusion.Data;
using Diffusion.Metrics;
using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Sampling;

public class AncestralSamplerTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(50, 1e-4, 0.24);

    // Data that are one point c: the right ε̂ is known.
    private static NoisePredictor Point(Tensor c) => (xt, t) => Schedule.PredictEps(xt, c.expand(xt.shape), t);

    private static NoisePredictor Nothing => (xt, _) => zeros_like(xt);

    [Theory]
    [InlineData(null, ReverseVariance.Beta)]
    [InlineData(50, ReverseVariance.Posterior)]
    [InlineData(7, ReverseVariance.Beta)]
    [InlineData(13, ReverseVariance.Posterior)]
    [InlineData(1, ReverseVariance.Beta)]
    public void Sample_ForDataOfOnePoint_EndsExactlyThere(int? steps, ReverseVariance variance)
    {
        using var generator = new Generator(1);
        var c = tensor(new float[] { 0.5f, -1.5f });
        var x = new AncestralSampler(Schedule) { Steps = steps, Variance = variance }.Sample(Point(c), [100, 2], generator);
        Near.Equal(c.expand(100, 2), x, 1e-4);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(7)]
    public void Run_WithTheIdealPredictorAndPosteriorVariance_KeepsTheForwardMarginals(int steps)
    {
        // From x_T ~ q(x_T | c) each jump must land in q(x_s | c) = N(√ᾱ_s c, 1 − ᾱ_s).
        using var generator = new Generator(2);
        var c = tensor(new float[] { 0.5f, -1.5f });
        var xT = Schedule.AddNoise(c.expand(50_000, 2).contiguous(), 50, generator);
        var sampler = new AncestralSampler(Schedule) { Steps = steps, Variance = ReverseVariance.Posterior };
        foreach (var step in sampler.Run(Point(c), xT, generator))
        {
            var alphaBar = Schedule.AlphaBar[step.S];
            var noise = step.X - c * Math.Sqrt(alphaBar);
            Assert.Equal(1 - alphaBar, noise.square().mean().item<float>(), 0.03 * (1 - alphaBar) + 1e-8);
            Assert.Equal(0, noise.mean().item<float>(), 0.02);
            step.X.Dispose();
        }
    }

    [Fact]
    public void Run_OfOneStep_IsTheFormula()
    {
        using var first = new Generator(3);
        using var second = new Generator(3);
        var xT = ones(30, 2);
        var step = new AncestralSampler(Schedule).Run((xt, t) => xt * t, xT, first).First();
        var z = empty(30, 2).normal_(0, 1, second);
        double beta = Schedule.Beta[50], alphaBar = Schedule.AlphaBar[50];
        var expected = (xT - beta / Math.Sqrt(1 - alphaBar) * (xT * 50)) / Math.Sqrt(1 - beta) + Math.Sqrt(beta) * z;
        Near.Equal(expected, step.X, 2e-5);
        Assert.Equal((50, 49, 1, 50), (step.T, step.S, step.Number, step.Count));
        Near.Equal(ones(30, 2), xT, 0);
    }

    [Fact]
    public void Sample_WithTheIdealDenoiser_ReproducesTheData()
    {
        using var generator = new Generator(4);
        var data = PointSets.SwissRoll(1000, generator);
        using var ideal = new IdealDenoiser(Schedule, data);
        // Drawing as many points from the data with replacement is what a perfect sampler does.
        var floor = Enumerable.Range(0, 5).Average(_ =>
            SlicedWasserstein.Distance(data, data.index_select(0, randint(1000, [1000L], dtype: ScalarType.Int64, generator: generator))));
        var distance = Enumerable.Range(0, 5).Average(_ =>
            SlicedWasserstein.Distance(data, new AncestralSampler(Schedule).Sample(ideal.PredictNoise, [1000, 2], generator)));
        Assert.True(distance < 1.5 * floor, $"SW2 {distance:f4}, and {floor:f4} for a perfect sampler.");
    }

    [Fact]
    public void Sample_FromOneSeed_IsReproducible()
    {
        using var first = new Generator(5);
        using var second = new Generator(5);
        var sampler = new AncestralSampler(Schedule) { Steps = 9 };
        Near.Equal(sampler.Sample(Nothing, [10, 2], first), sampler.Sample(Nothing, [10, 2], second), 0);
    }

    [Fact]
    public void Path_OfEverything_HasEveryStepAndTheSampleAtTheEnd()
    {
        using var first = new Generator(6);
        using var second = new Generator(6);
        var sampler = new AncestralSampler(Schedule);
        var path = sampler.Path(Nothing, [10, 2], first);
        Assert.Equal(Enumerable.Range(0, 51).Reverse(), path.Select(p => p.T));
        Near.Equal(sampler.Sample(Nothing, [10, 2], second), path[^1].X, 0);
    }

    [Fact]
    public void Path_OfSomeSteps_HasTheFirstAtOrBelowEach()
    {
        using var generator = new Generator(6);
        Assert.Equal([50, 20, 0], new AncestralSampler(Schedule).Path(Nothing, [4, 2], generator, [0, 20, 50]).Select(p => p.T));
        Assert.Equal([40, 20, 0], new AncestralSampler(Schedule) { Steps = 5 }.Path(Nothing, [4, 2], generator, [45, 41, 25, 0]).Select(p => p.T));
    }

    [Fact]
    public void Run_WhoseStepsAreDisposed_GoesOn()
    {
        using var generator = new Generator(7);
        var count = 0;
        foreach (var step in new AncestralSampler(Schedule).Run(Nothing, zeros(5, 2), generator))
        {
            using var scope = NewDisposeScope();
            step.X.Dispose();
            count++;
        }
        Assert.Equal(50, count);
    }

    [Fact]
    public void Run_NotAskedForMore_DoesNotWorkAhead()
    {
        using var generator = new Generator(8);
        var calls = 0;
        Tensor Counting(Tensor xt, int t)
        {
            calls++;
            return zeros_like(xt);
        }
        var run = new AncestralSampler(Schedule).Run(Counting, zeros(5, 2), generator);
        Assert.Equal(0, calls);
        Assert.Equal(3, run.Take(3).Count());
        Assert.Equal(3, calls);
    }

    [Fact]
    public void Sample_Cancelled_StopsBetweenJumps()
    {
        using var generator = new Generator(9);
        using var source = new CancellationTokenSource();
        var calls = 0;
        Tensor CancelAtThird(Tensor xt, int t)
        {
            if (++calls == 3) source.Cancel();
            return zeros_like(xt);
        }
        Assert.Throws<OperationCanceledException>(() =>
            new AncestralSampler(Schedule).Sample(CancelAtThird, [5, 2], generator, cancellation: source.Token));
        Assert.Equal(3, calls);
    }

    [Fact]
    public void Run_WithAnImpossibleCount_RefusesAtOnce()
    {
        using var generator = new Generator(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AncestralSampler(Schedule) { Steps = 51 }.Run(Nothing, zeros(5, 2), generator));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AncestralSampler(Schedule) { Steps = 0 }.Run(Nothing, zeros(5, 2), generator));
    }
}
