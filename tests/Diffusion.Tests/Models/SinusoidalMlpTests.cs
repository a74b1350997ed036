using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Tests.Models;

public class SinusoidalMlpTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void PredictNoise_AtOneStep_EqualsForward(int layers)
    {
        using var generator = new Generator(2);
        using var model = new SinusoidalMlp(50, 16, layers, generator);
        var xt = randn(20, 2, generator: generator);
        foreach (var t in new[] { 1, 25, 50 })
            Near.Equal(model.call(xt, full(20, (long)t, dtype: ScalarType.Int64)), model.PredictNoise(xt, t), 1e-5);
    }

    [Fact]
    public void PredictNoise_AtDifferentStepsAndPoints_Differs()
    {
        using var generator = new Generator(2);
        using var model = new SinusoidalMlp(50, 16, generator: generator);
        var xt = randn(20, 2, generator: generator);
        Assert.True(Near.Difference(model.PredictNoise(xt, 1), model.PredictNoise(xt, 2)) > 1e-4);
        Assert.True(Near.Difference(model.PredictNoise(xt, 1), model.PredictNoise(xt + 0.1, 1)) > 1e-4);
    }

    [Fact]
    public void Gradients_OfTheLoss_ReachEveryWeight()
    {
        using var generator = new Generator(2);
        using var model = new SinusoidalMlp(50, 16, generator: generator);
        var xt = randn(32, 2, generator: generator);
        var t = randint(1, 51, [32L], dtype: ScalarType.Int64, generator: generator);
        model.call(xt, t).square().mean().backward();
        Assert.All(model.parameters(), weight => Assert.True(weight.grad!.abs().max().item<float>() > 0));
    }

    [Fact]
    public void Construction_OfNoSize_Refuses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SinusoidalMlp(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SinusoidalMlp(10, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SinusoidalMlp(10, 8, 0));
        using var model = new SinusoidalMlp(10, 8);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.PredictNoise(zeros(2, 2), 11));
    }
}
