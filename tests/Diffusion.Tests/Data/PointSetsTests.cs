using Diffusion.Data;
using Diffusion.Metrics;
using static TorchSharp.torch;

namespace Diffusion.Tests.Data;

public class PointSetsTests
{
    [Theory]
    [InlineData(PointSet.SwissRoll, "swiss_roll.npy")]
    [InlineData(PointSet.SCurve, "s_curve.npy")]
    public void Draw_OfAScikitLearnSet_IsAsNearToItAsToItself(PointSet set, string file)
    {
        using var generator = new Generator(1);
        var reference = Golden.Array(file);
        var draws = Enumerable.Range(0, 10).Select(_ => PointSets.Draw(set, 10_000, generator)).ToArray();
        var own = Enumerable.Range(0, 10).Average(i => SlicedWasserstein.Distance(draws[i], draws[(i + 1) % 10]));
        var theirs = draws.Average(draw => SlicedWasserstein.Distance(draw, reference));
        Assert.True(theirs <= 1.5 * own, $"SW2 to scikit-learn's {theirs:f4}, between our own {own:f4}.");
    }

    [Theory]
    [InlineData(PointSet.SwissRoll)]
    [InlineData(PointSet.SCurve)]
    [InlineData(PointSet.TwoMoons)]
    [InlineData(PointSet.GaussianMixture)]
    [InlineData(PointSet.Checkerboard)]
    public void Draw_FromOneSeed_IsReproducibleAndFromAnotherDiffers(PointSet set)
    {
        Tensor Seeded(ulong seed)
        {
            using var generator = new Generator(seed);
            return PointSets.Draw(set, 101, generator);
        }
        Assert.Equal([101, 2], Seeded(1).shape);
        Near.Equal(Seeded(1), Seeded(1), 0);
        Assert.True(Near.Difference(Seeded(1), Seeded(2)) > 0.01);
    }

    [Fact]
    public void SwissRoll_WithoutNoise_LiesOnTheSpiral()
    {
        using var generator = new Generator(2);
        var points = PointSets.SwissRoll(1000, generator, noise: 0, scale: 1);
        var radius = points.square().sum(1).sqrt();
        Near.Equal(radius * radius.cos(), points.select(1, 0), 1e-4);
        Near.Equal(radius * radius.sin(), points.select(1, 1), 1e-4);
        Assert.InRange(radius.min().item<float>(), 1.5 * Math.PI - 1e-5, 1.6 * Math.PI);
        Assert.InRange(radius.max().item<float>(), 4.4 * Math.PI, 4.5 * Math.PI + 1e-4);
    }

    [Fact]
    public void SCurve_WithoutNoise_LiesOnTwoCircles()
    {
        using var generator = new Generator(2);
        var points = PointSets.SCurve(1000, generator, noise: 0);
        var (x, y) = (points.select(1, 0), points.select(1, 1));
        Near.Equal(ones(1000), x.square() + (y.abs() - 1).square(), 1e-5);
    }

    [Fact]
    public void TwoMoons_WithoutNoise_LieOnTwoHalfCircles()
    {
        using var generator = new Generator(2);
        var points = PointSets.TwoMoons(1000, generator, noise: 0);
        for (var i = 0; i < 1000; i++)
        {
            double x = points[i, 0].item<float>(), y = points[i, 1].item<float>();
            if (i % 2 == 1) (x, y) = (1 - x, 0.5 - y);
            Assert.Equal(1, x * x + y * y, 1e-5);
            Assert.True(y > -1e-6);
        }
    }

    [Fact]
    public void GaussianMixture_OfFiveHeaps_FillsEachAlike()
    {
        using var generator = new Generator(2);
        var points = PointSets.GaussianMixture(10_000, generator, heaps: 5, deviation: 0.05, scale: 2);
        var heap = (points.select(1, 1).atan2(points.select(1, 0)) / (2 * Math.PI / 5)).round().remainder(5);
        for (var k = 0; k < 5; k++)
        {
            var own = points.index_select(0, heap.eq(k).nonzero().squeeze(1));
            Assert.InRange(own.shape[0], 1800, 2200);
            Assert.Equal(2 * Math.Cos(2 * Math.PI / 5 * k), own.select(1, 0).mean().item<float>(), 0.02);
            Assert.Equal(0.1, own.select(1, 0).std().item<float>(), 0.01);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public void Checkerboard_OfAnySize_FillsTheDarkSquaresAlike(int squares)
    {
        using var generator = new Generator(2);
        var points = PointSets.Checkerboard(9000, generator, squares, scale: 3);
        Assert.InRange(points.abs().max().item<float>(), 2.9, 3.0001);
        var cells = ((points / 3 + 1) * (squares / 2.0)).floor().clamp_(0, squares - 1).data<float>().ToArray();
        var counts = Enumerable.Range(0, 9000).Select(i => (Column: (int)cells[2 * i], Row: (int)cells[2 * i + 1])).CountBy(cell => cell).ToArray();
        Assert.Equal(squares * squares / 2, counts.Length);
        Assert.All(counts, count => Assert.Equal(0, (count.Key.Column + count.Key.Row) % 2));
        var each = 9000.0 / counts.Length;
        Assert.All(counts, count => Assert.InRange(count.Value, each - 6 * Math.Sqrt(each), each + 6 * Math.Sqrt(each)));
    }

    [Fact]
    public void Draw_OfBadArguments_SaysWhatIsWrong()
    {
        using var generator = new Generator(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => PointSets.SwissRoll(0, generator));
        Assert.Throws<ArgumentOutOfRangeException>(() => PointSets.SCurve(10, generator, noise: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PointSets.SCurve(10, generator, noise: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => PointSets.TwoMoons(10, generator, scale: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PointSets.GaussianMixture(10, generator, heaps: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PointSets.Checkerboard(10, generator, squares: 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => PointSets.Draw((PointSet)42, 10, generator));
    }
}
