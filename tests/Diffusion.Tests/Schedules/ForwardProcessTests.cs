using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Schedules;

public class ForwardProcessTests
{
    private static readonly NoiseSchedule Demo = NoiseSchedule.Sigmoid(100);

    private static Tensor Steps() => Golden.Array("mlp_t0.npy") + 1;                 // the file's are 0-based

    [Fact]
    public void AddNoise_WithAStepForEachPoint_EqualsTheReference()
    {
        var (t, eps) = (Steps(), Golden.Array("mlp_eps.npy"));
        // The reference takes √(1 − ᾱ) of an ᾱ rounded to float32, which is wrong by 2e-6 at its smallest t; ours rounds once.
        var rounded = (1 - Demo.On().AlphaBar).sqrt();
        var correction = (Demo.On().SqrtOneMinusAlphaBar - rounded).index_select(0, t).unsqueeze(1) * eps;
        Near.Equal(Golden.Array("mlp_xt.npy") + correction, Demo.AddNoise(Golden.Array("mlp_x0.npy"), t, eps), 1e-6);
    }

    [Fact]
    public void AddNoise_WithOneStep_EqualsTheTensorOfThatStep()
    {
        var (x0, eps) = (Golden.Array("mlp_x0.npy"), Golden.Array("mlp_eps.npy"));
        foreach (var t in new[] { 1, 50, 100 })
            Near.Equal(Demo.AddNoise(x0, full(64, (long)t, dtype: ScalarType.Int64), eps), Demo.AddNoise(x0, t, eps), 1e-6);
    }

    [Fact]
    public void AddNoise_OfImages_UsesEachImagesOwnStep()
    {
        var x0 = ones(2, 3, 4, 4);
        var xt = Demo.AddNoise(x0, tensor(new long[] { 1, 100 }), zeros_like(x0));
        Assert.Equal(Math.Sqrt(Demo.AlphaBar[1]), xt[0, 2, 3, 3].item<float>(), 1e-6);
        Assert.Equal(Math.Sqrt(Demo.AlphaBar[100]), xt[1, 0, 0, 0].item<float>(), 1e-6);
    }

    [Fact]
    public void AddNoiseStep_RepeatedToT_HasTheMomentsOfOneJump()
    {
        var schedule = NoiseSchedule.Linear(20, 0.005, 0.3);
        using var generator = new Generator(3);
        var x = full([200_000], 0.7f);
        for (var t = 1; t <= 20; t++) x = schedule.AddNoiseStep(x, t, generator);
        var alphaBar = schedule.AlphaBar[20];
        Assert.Equal(0.7 * Math.Sqrt(alphaBar), x.mean().item<float>(), 0.01);
        Assert.Equal(1 - alphaBar, x.var().item<float>(), 0.01);
    }

    [Fact]
    public void AddNoise_FromAGenerator_IsReproducible()
    {
        var x0 = Golden.Array("mlp_x0.npy");
        using var first = new Generator(5);
        using var second = new Generator(5);
        Near.Equal(Demo.AddNoise(x0, 40, first), Demo.AddNoise(x0, 40, second), 0);
        Assert.True(Near.Difference(Demo.AddNoise(x0, 40, first), Demo.AddNoise(x0, 40, new Generator(6))) > 0.1);
    }

    [Fact]
    public void PosteriorMean_OfExactX0_AgreesWithTheNoiseForm()
    {
        // Ho et al. 2020: eq. 7 with x₀ written in terms of ε is eq. 11.
        var schedule = NoiseSchedule.Linear(20, 0.005, 0.3);
        var (x0, eps) = (Golden.Array("mlp_x0.npy").to(ScalarType.Float64), Golden.Array("mlp_eps.npy").to(ScalarType.Float64));
        for (var t = 1; t <= 20; t++)
        {
            var xt = schedule.AddNoise(x0, t, eps);
            var jump = schedule.Jump(t, t - 1);
            Near.Equal(schedule.PosteriorMean(x0, xt, t), xt * jump.MeanXt + eps * jump.MeanEps, 1e-12);
        }
        Near.Equal(x0, schedule.PosteriorMean(x0, schedule.AddNoise(x0, 1, eps), 1), 1e-12);
    }

    [Fact]
    public void PosteriorMean_WithAStepForEachPoint_EqualsTheReferenceTables()
    {
        var (x0, xt, t) = (Golden.Array("mlp_x0.npy"), Golden.Array("mlp_xt.npy"), Steps());
        var byTensor = Demo.PosteriorMean(x0, xt, t);
        var (a, b) = (Golden.Numbers("schedules", "sigmoid_100", "posterior_mean_x0"), Golden.Numbers("schedules", "sigmoid_100", "posterior_mean_xt"));
        var steps = t.data<long>().ToArray();
        for (var i = 0; i < 64; i++)
            Assert.Equal(a[steps[i]] * x0[i, 1].item<float>() + b[steps[i]] * xt[i, 1].item<float>(), byTensor[i, 1].item<float>(), 1e-6);
    }

    [Fact]
    public void PosteriorMean_WithItsVariance_LeadsQOfTToQOfTMinus1()
    {
        // If x_t ~ q(x_t | x₀), the posterior step gives x_{t−1} ~ q(x_{t−1} | x₀): variances add up exactly.
        foreach (var schedule in new[] { Demo, NoiseSchedule.Cosine(50), NoiseSchedule.Linear(20, 0.005, 0.3) })
            for (var t = 1; t <= schedule.T; t++)
            {
                double a = schedule.PosteriorMeanX0[t], b = schedule.PosteriorMeanXt[t];
                Assert.Equal(Math.Sqrt(schedule.AlphaBar[t - 1]), a + b * Math.Sqrt(schedule.AlphaBar[t]), 1e-11);
                Assert.Equal(1 - schedule.AlphaBar[t - 1], b * b * (1 - schedule.AlphaBar[t]) + schedule.PosteriorVariance[t], 1e-12);
            }
    }

    [Fact]
    public void PredictX0_AndPredictEps_UndoTheNoise()
    {
        var (x0, eps) = (Golden.Array("mlp_x0.npy").to(ScalarType.Float64), Golden.Array("mlp_eps.npy").to(ScalarType.Float64));
        foreach (var t in new[] { 1, 37, 100 })
        {
            var xt = Demo.AddNoise(x0, t, eps);
            Near.Equal(x0, Demo.PredictX0(xt, eps, t), 1e-12);
            Near.Equal(eps, Demo.PredictEps(xt, x0, t), 1e-10);
        }
    }

    [Fact]
    public void AddNoise_WithWrongArguments_SaysWhatIsWrong()
    {
        var x0 = zeros(4, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => Demo.AddNoise(x0, 0, x0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Demo.AddNoise(x0, 101, x0));
        var outside = Assert.Throws<ArgumentOutOfRangeException>(() => Demo.AddNoise(x0, tensor(new long[] { 1, 2, 3, 101 }), x0));
        Assert.Contains("1 to 101", outside.Message, StringComparison.Ordinal);
        var count = Assert.Throws<ArgumentException>(() => Demo.AddNoise(x0, tensor(new long[] { 1, 2 }), x0));
        Assert.Contains("[2]", count.Message, StringComparison.Ordinal);
        var shapes = Assert.Throws<ArgumentException>(() => Demo.AddNoise(x0, 1, zeros(4, 1)));
        Assert.Contains("[4, 2] and [4, 1]", shapes.Message, StringComparison.Ordinal);
    }
}
