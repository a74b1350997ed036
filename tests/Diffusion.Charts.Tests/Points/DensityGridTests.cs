using Diffusion.Charts.Tests.Support;
using TorchSharp;

namespace Diffusion.Charts.Tests.Points;

public sealed class DensityGridTests
{
    [Fact]
    public void Of_ACloud_HasIntegralOne()
    {
        var range = PlotRange.Around(5);
        var grid = DensityGrid.Of(Samples.Cloud(2000), range, cells: 50);
        double cell = range.Width * range.Height / (50 * 50), sum = 0;
        for (var row = 0; row < 50; row++)
        {
            for (var column = 0; column < 50; column++)
                sum += grid[row, column] * cell;
        }

        Assert.Equal(1, sum, 1e-3);
    }

    [Fact]
    public void Of_ACloudInOneCorner_IsDensestThere()
    {
        var grid = DensityGrid.Of(new float[,] { { 0.9f, -0.9f } }, PlotRange.Around(1), cells: 10, bandwidth: 0.5);
        Assert.True(grid[0, 9] > grid[0, 0] && grid[0, 9] > grid[9, 9]);
    }

    [Fact]
    public void FromTensor_OfAGridsValues_IsTheSameAsTheFunction()
    {
        var range = PlotRange.Around(1);
        var at = range.Grid(4);
        using var values = torch.tensor([.. Enumerable.Range(0, 16).Select(i => at.X[i] + (10 * at.Y[i]))], [16, 1]);
        var grid = DensityGrid.FromTensor(values, range);
        var same = DensityGrid.From((x, y) => x + (10 * y), range, cells: 4);
        for (var i = 0; i < 16; i++)
            Assert.Equal(same[i / 4, i % 4], grid[i / 4, i % 4], 1e-6);
    }

    [Fact]
    public void FromTensor_OfAnUnevenNumber_IsRefused()
    {
        using var values = torch.zeros(15);
        Assert.Contains("[15]", Assert.Throws<ArgumentException>(() => DensityGrid.FromTensor(values, PlotRange.Around(1))).Message);
    }

    [Fact]
    public void NotFinite_IsRefused() =>
        Assert.Throws<ArgumentException>(() => DensityGrid.From((_, _) => double.NaN, PlotRange.Around(1), cells: 3));
}
