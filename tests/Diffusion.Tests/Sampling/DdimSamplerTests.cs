using Diffusion.Sampling;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Sampling;

public class DdimSamplerTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(200, 1e-4, 0.06);
    private static readonly GaussianData Data = new(Schedule, 0.4, 0.25);

    [Theory]
    [InlineData(200)]
    [InlineData(30)]
    [InlineData(1)]
    public void Run_WithEtaOne_IsAncestralWithThePosteriorVariance(int steps)
    {
        using var first = new Generator(1);
        using var second = new Generator(1);
        var xT = randn(500, 2, generator: first).to(ScalarType.Float64);
        first.manual_seed(2);
        second.manual_seed(2);
        var ddim = new DdimSampler(Schedule) { Eta = 1, Steps = steps }.Run(Data.Predictor, xT, first);
        var ddpm = new AncestralSampler(Schedule) { Variance = ReverseVariance.Posterior, Steps = steps }.Run(Data.Predictor, xT, second);
        foreach (var (one, other) in ddim.Zip(ddpm)) Near.Equal(other.X, one.X, 1e-12);
    }

    [Fact]
    public void Run_OfOneJump_IsEquation12()
    {
        using var first = new Generator(3);
        using var second = new Generator(3);
        var xT = linspace(-2, 2, 100, ScalarType.Float64);
        var sampler = new DdimSampler(Schedule) { Eta = 0.7, Steps = 20 };
        var step = sampler.Run((xt, t) => xt.sin() * t / 100, xT, first).First();
        var (alphaBarT, alphaBarS) = (Schedule.AlphaBar[200], Schedule.AlphaBar[190]);
        var epsHat = xT.sin() * 2;
        var sigma = 0.7 * Math.Sqrt((1 - alphaBarS) / (1 - alphaBarT)) * Math.Sqrt(1 - alphaBarT / alphaBarS);
        var x0Hat = (xT - Math.Sqrt(1 - alphaBarT) * epsHat) / Math.Sqrt(alphaBarT);
        var z = empty_like(xT).normal_(0, 1, second);
        var expected = Math.Sqrt(alphaBarS) * x0Hat + Math.Sqrt(1 - alphaBarS - sigma * sigma) * epsHat + sigma * z;
        Assert.Equal((200, 190), (step.T, step.S));
        Near.Equal(expected, step.X, 1e-12);
    }

    [Fact]
    public void Sample_WithEtaZero_NeedsNoGeneratorAndLeavesTheStart()
    {
        var xT = linspace(-2, 2, 50);
        var sampler = new DdimSampler(Schedule) { Steps = 17 };
        Near.Equal(sampler.Sample(Data.Predictor, xT), sampler.Sample(Data.Predictor, xT), 0);
        Near.Equal(linspace(-2, 2, 50), xT, 0);
        Assert.Throws<ArgumentNullException>(() => new DdimSampler(Schedule) { Eta = 0.1 }.Sample(Data.Predictor, xT));
    }

    [Fact]
    public void Sample_OfGaussianData_NearsTheEquationsEndAtFirstOrder()
    {
        var errors = ConvergenceOrder.Errors(n => new DdimSampler(ConvergenceOrder.Schedule) { Steps = n });
        Assert.InRange(ConvergenceOrder.Of(errors), 0.9, 1.1);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void Sample_OfGaussianData_HasTheirMeanAndVariance(double eta)
    {
        using var generator = new Generator(4);
        var x = new DdimSampler(Schedule) { Eta = eta }.Sample(Data.Predictor, [100_000], generator);
        Assert.Equal(0.4, x.mean().item<float>(), 0.02);
        Assert.Equal(0.25, x.var().item<float>(), 0.02);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Eta_OutsideZeroToOne_IsRefused(double eta) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DdimSampler(Schedule) { Eta = eta });
}
