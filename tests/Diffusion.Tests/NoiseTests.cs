using static TorchSharp.torch;

namespace Diffusion.Tests;

public class NoiseTests
{
    [Fact]
    public void Slerp_OnItsWay_KeepsTheStrengthAndTurnsEvenly()
    {
        using var generator = new Generator(1);
        var (a, b) = (randn([5, 3, 16, 16], generator: generator), randn([5, 3, 16, 16], generator: generator));
        Near.Equal(a, Noise.Slerp(a, b, 0), 1e-6);
        Near.Equal(b, Noise.Slerp(a, b, 1), 1e-6);
        var half = Noise.Slerp(a, b, 0.5);
        // Two independent noises of 768 numbers are nearly at right angles and equally long.
        Assert.InRange(half.square().mean().item<float>(), 0.9f, 1.1f);
        Assert.InRange(((a + b) / 2).square().mean().item<float>(), 0.4f, 0.6f);
        Near.Equal(Noise.Slerp(a, b, 0.25), Noise.Slerp(a, half, 0.5), 0.02);
    }

    [Fact]
    public void Slerp_OfUnitVectors_IsTheArc()
    {
        var a = tensor(new double[] { 1, 0, 0, 1 }, 2, 2);
        var b = tensor(new double[] { 0, 1, 1, 0 }, 2, 2);
        var (sine, cosine) = Math.SinCos(Math.PI / 6);
        Near.Equal(tensor(new[] { cosine, sine, sine, cosine }, 2, 2), Noise.Slerp(a, b, 1.0 / 3), 1e-12);
    }

    [Fact]
    public void Slerp_OfOneNoiseWithItself_IsThatNoise()
    {
        using var generator = new Generator(2);
        var a = randn([3, 8], generator: generator);
        Near.Equal(a, Noise.Slerp(a, a, 0.3), 1e-5);
        Assert.True(Noise.Slerp(a, -a, 0.3).isfinite().all().item<bool>());
    }

    [Fact]
    public void Slerp_OfUnlikeShapesOrOutside_Refuses()
    {
        Assert.Throws<ArgumentException>(() => Noise.Slerp(ones(2, 3), ones(2, 4), 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Noise.Slerp(ones(2, 3), ones(2, 3), 1.5));
    }
}
