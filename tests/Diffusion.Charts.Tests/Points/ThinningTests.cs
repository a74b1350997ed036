using Diffusion.Charts.Tests.Support;

namespace Diffusion.Charts.Tests.Points;

public sealed class ThinningTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2000, 1)]
    [InlineData(2001, 2)]
    [InlineData(4000, 2)]
    [InlineData(10_000, 5)]
    [InlineData(10_001, 6)]
    public void Stride_OfACount_IsTheSmallestThatFits(int count, int stride) => Assert.Equal(stride, Thinning.Stride(count));

    [Theory]
    [InlineData(1)]
    [InlineData(1999)]
    [InlineData(2001)]
    [InlineData(9999)]
    [InlineData(10_000)]
    public void Thin_AnyCount_TakesEveryKthPoint(int count)
    {
        var cloud = Samples.Cloud(count);
        var thin = Thinning.Thin(cloud);
        var stride = Thinning.Stride(count);
        Assert.InRange(thin.Count, Math.Min(count, 1000), 2000);
        for (var i = 0; i < thin.Count; i++)
            Assert.Equal((cloud.X[i * stride], cloud.Y[i * stride]), (thin.X[i], thin.Y[i]));
    }

    [Fact]
    public void Thin_FewPoints_KeepsTheCloud()
    {
        var cloud = Samples.Cloud(2000);
        Assert.Same(cloud, Thinning.Thin(cloud));
    }

    [Theory]
    [InlineData(4000, "every 2nd")]
    [InlineData(6000, "every 3rd")]
    [InlineData(8000, "every 4th")]
    [InlineData(22_000, "every 11th")]
    [InlineData(42_000, "every 21st")]
    public void Sentence_OfAThinnedCloud_NamesTheStep(int count, string said) => Assert.Contains(said, Thinning.Sentence([Samples.Cloud(count)]));

    [Fact]
    public void Sentence_OfFewPoints_IsAbsent() => Assert.Null(Thinning.Sentence([Samples.Three]));
}
