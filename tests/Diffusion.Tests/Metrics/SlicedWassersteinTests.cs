using Diffusion.Data;
using Diffusion.Metrics;
using static TorchSharp.torch;

namespace Diffusion.Tests.Metrics;

public class SlicedWassersteinTests
{
    [Fact]
    public void Distance_OfASetMoved_IsTheShiftOverRootTwo()
    {
        // Along direction θ the shift is |d| cos(θ − φ); its square's mean over the half circle is |d|²/2.
        using var generator = new Generator(1);
        var a = randn(500, 2, generator: generator);
        Assert.Equal(0.5 / Math.Sqrt(2), SlicedWasserstein.Distance(a, a + tensor(new float[] { 0.3f, 0.4f })), 1e-5);
    }

    [Fact]
    public void Distance_OfAScaledSet_IsTheSpreadTimesTheStretch()
    {
        using var generator = new Generator(1);
        var a = randn(500, 2, generator: generator);
        var spread = Math.Sqrt(a.square().sum(1).mean().item<float>() / 2);
        Assert.Equal(spread, SlicedWasserstein.Distance(a, 2 * a), 1e-5);
    }

    [Fact]
    public void Distance_OfTheSamePointsInAnotherOrder_IsZero()
    {
        using var generator = new Generator(1);
        var a = randn(500, 2, generator: generator);
        Assert.Equal(0, SlicedWasserstein.Distance(a, a.index_select(0, randperm(500, generator: generator))), 1e-6);
    }

    [Fact]
    public void Distance_OfTwoDrawsOfTheSwissRoll_IsTheKnownFloor()
    {
        using var generator = new Generator(2);
        var mean = Enumerable.Range(0, 6).Average(_ =>
            SlicedWasserstein.Distance(PointSets.SwissRoll(10_000, generator), PointSets.SwissRoll(10_000, generator)));
        Assert.InRange(mean, 0.008, 0.024);
    }

    [Fact]
    public void Distance_OfUnequalOrBrokenSets_SaysWhy()
    {
        Assert.Contains("[4, 2] and [5, 2]",
            Assert.Throws<ArgumentException>(() => SlicedWasserstein.Distance(ones(4, 2), ones(5, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SlicedWasserstein.Distance(ones(4, 3), ones(4, 3)));
        Assert.Contains("Row 0", Assert.Throws<ArgumentException>(() =>
            SlicedWasserstein.Distance(full([4, 2], float.NaN), ones(4, 2))).Message, StringComparison.Ordinal);
    }
}
