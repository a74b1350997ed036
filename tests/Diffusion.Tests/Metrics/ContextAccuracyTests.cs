using Diffusion.Metrics;
using static TorchSharp.torch;

namespace Diffusion.Tests.Metrics;

public class ContextAccuracyTests
{
    [Fact]
    public void Of_SomeRightSomeWrong_CountsEachClass()
    {
        var accuracy = ContextAccuracy.Of(tensor(new long[] { 0, 0, 0, 0, 2, 2 }), tensor(new long[] { 0, 0, 0, 1, 2, 0 }), 3);
        Assert.Equal(4 / 6.0, accuracy.Overall, 1e-12);
        Assert.Equal([0.75, double.NaN, 0.5], accuracy.PerClass);
    }

    [Fact]
    public void Of_UnlikeCountsOrUnknownClasses_Refuses()
    {
        Assert.Throws<ArgumentException>(() => ContextAccuracy.Of(tensor(new long[] { 0, 1 }), tensor(new long[] { 0 }), 3));
        Assert.Throws<ArgumentException>(() => ContextAccuracy.Of(tensor(new long[] { 3 }), tensor(new long[] { 0 }), 3));
    }
}
