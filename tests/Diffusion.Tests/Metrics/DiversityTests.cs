using Diffusion.Metrics;
using static TorchSharp.torch;

namespace Diffusion.Tests.Metrics;

public class DiversityTests
{
    [Fact]
    public void MeanPairwiseDistance_OfThreePoints_IsTheMeanOfTheirSides()
    {
        var triangle = tensor(new float[] { 0, 0, 3, 0, 0, 4 }, 3, 2);
        Assert.Equal((3 + 4 + 5) / 3.0 / Math.Sqrt(2), Diversity.MeanPairwiseDistance(triangle), 1e-12);
    }

    [Fact]
    public void MeanPairwiseDistance_OfImagesAllAlike_IsZero() =>
        Assert.Equal(0, Diversity.MeanPairwiseDistance(full(5, 3, 4, 4, 0.7f)), 1e-7);

    [Fact]
    public void MeanPairwiseDistance_OfNoise_IsRootTwo()
    {
        using var generator = new Generator(1);
        Assert.Equal(Math.Sqrt(2), Diversity.MeanPairwiseDistance(randn([100, 3, 16, 16], generator: generator)), 0.01);
    }

    [Fact]
    public void MeanPairwiseDistance_OfOneImage_Refuses() =>
        Assert.Throws<ArgumentException>(() => Diversity.MeanPairwiseDistance(ones(1, 3, 4, 4)));
}
