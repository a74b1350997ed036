namespace Diffusion.Charts.Tests.Points;

public sealed class BinsTests
{
    [Fact]
    public void Densities_OfAnyValues_HaveAreaOne()
    {
        Values values = new[] { -1.0, 0, 0.1, 0.2, 3 };
        var edges = Bins.Edges([values], 7);
        Assert.Equal(1, Bins.Densities(values, edges).Sum() * (edges[1] - edges[0]), 1e-12);
    }

    [Fact]
    public void Edges_OfSeveralSets_HoldThemAll()
    {
        var edges = Bins.Edges([new[] { -5.0, 0 }, new[] { 0, 7.0 }], null);
        Assert.Equal((-5.0, 7.0), (edges[0], edges[^1]));
    }

    [Fact]
    public void Edges_OfOneValue_HaveWidth() => Assert.True(Bins.Edges([new[] { 2.0 }], null) is [< 2, .., > 2]);

    [Fact]
    public void NoBins_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Bins.Edges([new[] { 2.0 }], 0));
}
