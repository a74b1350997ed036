using System.Globalization;
using Diffusion.Likelihood;
using Diffusion.Models;
using Diffusion.Schedules;

namespace Diffusion.Tests.Likelihood;

public class LossWeightTests
{
    private static readonly NoiseSchedule Published = NoiseSchedule.Linear(1000);

    [Fact]
    public void InBound_WithThePosteriorsVariance_EqualsTheReference()
    {
        foreach (var entry in Golden.Values.GetProperty("simple_loss_weight_linear_1000").EnumerateObject())
        {
            var t = int.Parse(entry.Name, CultureInfo.InvariantCulture);
            Assert.Equal(entry.Value.GetDouble(), Published.InBound(t, ReverseVariance.Posterior), 1e-9);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1001)]
    public void InBound_AStepWithoutAWeight_IsRefused(int t) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Published.InBound(t, ReverseVariance.Beta));

    // However y is chosen, the weighted error is min(SNR, γ) times the error of x₀: an error d of x₀ is one of −√SNR d in ε, and of
    // −(√ᾱ √SNR + √(1 − ᾱ)) d in v.
    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(700)]
    [InlineData(1000)]
    public void MinSnr_OfEveryTarget_WeighsTheErrorOfX0ByTheCappedRatio(int t)
    {
        foreach (var schedule in (NoiseSchedule[])[Published, NoiseSchedule.Cosine(1000)])
        {
            double alphaBar = schedule.AlphaBar[t], snr = alphaBar / (1 - alphaBar), capped = Math.Min(snr, 5);
            double inEps = Math.Sqrt(snr), inV = Math.Sqrt(alphaBar) * inEps + Math.Sqrt(1 - alphaBar);
            Assert.Equal(capped, schedule.MinSnr(t, PredictionTarget.Image), 1e-9 * capped);
            Assert.Equal(capped, schedule.MinSnr(t, PredictionTarget.Noise) * inEps * inEps, 1e-9 * capped);
            Assert.Equal(capped, schedule.MinSnr(t, PredictionTarget.Velocity) * inV * inV, 1e-9 * capped);
        }
    }

    [Fact]
    public void MinSnr_OfWhatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Published.MinSnr(0, PredictionTarget.Noise));
        Assert.Throws<ArgumentOutOfRangeException>(() => Published.MinSnr(1, PredictionTarget.Noise, gamma: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Published.MinSnr(1, (PredictionTarget)9));
    }
}
