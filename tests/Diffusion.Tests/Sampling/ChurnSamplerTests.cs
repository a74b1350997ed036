using Diffusion.Sampling;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Sampling;

public class ChurnSamplerTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(200, 1e-4, 0.06);

    [Fact]
    public void Sample_WithoutChurn_IsHeun()
    {
        var data = new GaussianData(Schedule, 0.4, 0.25);
        var xT = linspace(-2, 2, 41, ScalarType.Float64);
        var sampler = new ChurnSampler(Schedule) { Steps = 9, Churn = 0 };
        Assert.True(sampler.IsDeterministic);
        Near.Equal(new HeunSampler(Schedule) { Steps = 9 }.Sample(data.Predictor, xT), sampler.Sample(data.Predictor, xT), 0);
    }

    // With all the churn there can be, every jump is long however many there are: what Heun's method errs by there stays.
    [Theory]
    [InlineData(5, 0.02)]
    [InlineData(40, 0.03)]
    [InlineData(1e6, 0.06)]
    public void Run_OfGaussianData_KeepsTheForwardMarginals(double churn, double tolerance)
    {
        using var generator = new Generator(3);
        var data = new GaussianData(Schedule, 0.4, 0.25);
        var xT = randn([100_000], generator: generator);
        foreach (var step in new ChurnSampler(Schedule) { Churn = churn }.Run(data.Predictor, xT, generator))
        {
            double alphaBar = Schedule.AlphaBar[step.S], variance = alphaBar * 0.25 + 1 - alphaBar;
            Assert.Equal(Math.Sqrt(alphaBar) * 0.4, step.X.mean().item<float>(), 0.02);
            Assert.Equal(variance, step.X.var().item<float>(), tolerance * variance);
            step.X.Dispose();
        }
    }

    [Fact]
    public void Step_WithChurn_AsksAtANoisierStepThanItsOwn()
    {
        using var generator = new Generator(3);
        var asked = new List<int>();
        new ChurnSampler(Schedule) { Steps = 4, Churn = 1 }.Sample((xt, t) =>
        {
            asked.Add(t);
            return zeros_like(xt);
        }, [2], generator);
        // From 200 there is nothing noisier; σ rises by a quarter at the others.
        double Sigma(int t) => Math.Sqrt(1 / Schedule.AlphaBar[t] - 1);
        int[] starts = [150, 100, 50], back = [asked[2], asked[4], asked[6]];
        Assert.Equal([200, 150, back[0], 100, back[1], 50, back[2]], asked);
        foreach (var (t, higher) in starts.Zip(back))
        {
            Assert.InRange(1.25 * Sigma(t), Sigma(higher - 1), Sigma(higher + 1));
            Assert.True(higher > t);
        }
    }

    [Fact]
    public void Churn_BelowZero_IsRefused() =>
        Assert.Contains("S_churn", Assert.Throws<ArgumentOutOfRangeException>(() => new ChurnSampler(Schedule) { Churn = -1 }).Message, StringComparison.Ordinal);
}
