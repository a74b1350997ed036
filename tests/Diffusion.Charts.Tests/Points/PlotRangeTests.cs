using Diffusion.Charts.Tests.Support;

namespace Diffusion.Charts.Tests.Points;

public sealed class PlotRangeTests
{
    [Fact]
    public void Holding_AnyPoints_HoldsThemAll()
    {
        var cloud = Samples.Cloud(500);
        var range = PlotRange.Holding(cloud);
        Assert.True(Enumerable.Range(0, 500).All(i => range.Contains(cloud.X[i], cloud.Y[i])));
    }

    [Fact]
    public void Holding_OnePoint_HasRoom() => Assert.True(PlotRange.Holding(new float[,] { { 3, 3 } }).Width > 1);

    [Fact]
    public void Typical_WithStrays_LeavesThemOut()
    {
        var cloud = new PointCloud([.. Samples.Cloud(1000).X, 1000], [.. Samples.Cloud(1000).Y, 0]);
        Assert.InRange(PlotRange.Typical(cloud).Width, 4, 8);
    }

    [Fact]
    public void Typical_AnyPoints_IsSquare()
    {
        var range = PlotRange.Typical(new float[,] { { 0, 0 }, { 9, 1 } });
        Assert.Equal(range.Width, range.Height, 1e-9);
    }

    [Fact]
    public void Grid_OfASide_StandsAtTheMiddlesOfCells()
    {
        var grid = PlotRange.Around(2).Grid(2);
        Assert.Equal([-1, 1, -1, 1], grid.X.ToArray());
        Assert.Equal([-1, -1, 1, 1], grid.Y.ToArray());
    }

    [Fact]
    public void NoPoints_AreRefused() => Assert.Throws<ArgumentException>(() => PlotRange.Holding());
}
