using Diffusion.Sampling;
using static TorchSharp.torch;

namespace Diffusion.Tests.Sampling;

public class GuidanceTests
{
    private static Tensor Without(Tensor xt, int t) => xt + t;

    private static Tensor With(Tensor xt, int t) => xt * 3 - t;

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(2.5)]
    [InlineData(-1.0)]
    public void Towards_WithAWeight_LiesOnTheLineThroughBoth(double weight)
    {
        var xt = linspace(-1, 1, 12).view(4, 3);
        var expected = Without(xt, 5) + weight * (With(xt, 5) - Without(xt, 5));
        Near.Equal(expected, Guidance.Towards(Without, With, weight)(xt, 5), 1e-5);
        Near.Equal(expected, Guidance.Towards((both, t) => cat([Without(both[..4], t), With(both[4..], t)], 0), weight)(xt, 5), 1e-5);
    }

    [Fact]
    public void Towards_AtZeroAndOne_AsksOnlyTheOneThatCounts()
    {
        static Tensor Never(Tensor xt, int t) => throw new InvalidOperationException("asked");
        var xt = ones(2, 2);
        Near.Equal(Without(xt, 1), Guidance.Towards(Without, Never, 0)(xt, 1), 0);
        Near.Equal(With(xt, 1), Guidance.Towards(Never, With, 1)(xt, 1), 0);
    }

    [Fact]
    public void Towards_WithAWeightThatIsNoNumber_Refuses() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Guidance.Towards(Without, With, double.NaN));
}
