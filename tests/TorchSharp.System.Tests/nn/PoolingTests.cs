using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Nn;

public class PoolingTests
{
    private static Tensor Images => Numbers.Wave([2, 4, 5, 6]);

    [Fact]
    public void MaxPool2d_OfEveryKind_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        float[] plain = [0.8928132f, 0.9730343f, -0.06192034f, 0.582032f, 0.4080958f, 0.9690185f];
        Numbers.AssertClose(plain, F.max_pool2d(Images, 2)[1, 3]);
        Numbers.AssertClose(plain, MaxPool2d(2).call(Images)[1, 3]);
        float[] padded = [0.8928132f, 0.9730343f, 0.5956222f, 0.8928132f, 0.9730343f, 0.9690185f, 0.9074531f, 0.9647287f, 0.5682772f];
        Numbers.AssertClose(padded, F.max_pool2d(Images, 3, 2, 1)[1, 3]);
        Numbers.AssertClose(padded, MaxPool2d((3, 3), (2, 2), (1, 1)).call(Images)[1, 3]);
        Numbers.AssertClose([0.9946448f, 0.8273279f, 0.8177662f, 0.9962419f, 0.9975574f, 0.8079734f], F.max_pool2d(Images, (2, 3), ceil_mode: true)[0, 1]);
        var (values, indices) = MaxPool2d([2]).forward_with_indices(Images);
        Numbers.AssertClose(plain, values[1, 3]);
        Numbers.AssertClose([1f, 2f, 11f, 12f, 20f, 22f], indices[0, 0]);
    }

    [Fact]
    public void AvgPool2d_OfEveryKind_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        float[] plain = [0.4623538f, -0.02538459f, -0.4709829f, -0.3302593f, -0.3915209f, 0.1971679f];
        Numbers.AssertClose(plain, F.avg_pool2d(Images, 2)[1, 3]);
        Numbers.AssertClose(plain, AvgPool2d(2).call(Images)[1, 3]);
        float[] padded = [0.4623538f, 0.1243575f, -0.380071f, -0.005922636f, -0.001511097f, 0.004928818f, 0.458545f, 0.1105982f, -0.3863032f];
        Numbers.AssertClose(padded, F.avg_pool2d(Images, 3, 2, 1, count_include_pad: false)[1, 3]);
        Numbers.AssertClose(padded, AvgPool2d([3], [2], [1], count_include_pad: false).call(Images)[1, 3]);
        Numbers.AssertClose([0.82739f, -0.5910124f, -0.6012332f, -0.2168367f, 0.6054164f, 0.2010145f], F.avg_pool2d(Images, (2, 3), ceil_mode: true, divisor_override: 3)[0, 1], 2e-6);
    }

    [Fact]
    public void AdaptiveAvgPool2d_OfASize_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        float[] expected = [0.003370017f, 0.00558237f, -0.001472364f, 0.002594401f, -0.004998565f, -0.004293591f];
        Numbers.AssertClose(expected, F.adaptive_avg_pool2d(Images, (2, 3))[1, 0], 2e-5);
        Numbers.AssertClose(expected, AdaptiveAvgPool2d((2, 3)).call(Images)[1, 0], 2e-5);
        Assert.Equal([2L, 4, 1, 1], AdaptiveAvgPool2d(1).call(Images).shape);
    }

    [Fact]
    public void Pools_Backward_EqualFiniteDifferences()
    {
        Gradients.AssertCorrect(t => F.max_pool2d(t[0], 2), [1, 2, 4, 4]);
        Gradients.AssertCorrect(t => F.avg_pool2d(t[0], 3, 2, 1), [1, 2, 4, 4]);
        Gradients.AssertCorrect(t => F.adaptive_avg_pool2d(t[0], (2, 3)), [1, 2, 4, 4]);
    }

    [Fact]
    public void Dropout2d_InTraining_DropsWholeChannels()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (x, layer) = (ones(100, 50, 2, 2), Dropout2d(0.3));
        var channels = layer.call(x).sum([2, 3]).Values();
        Assert.All(channels, c => Assert.True(c == 0 || Math.Abs(c - (4 / 0.7)) < 1e-5, $"{c}"));
        Assert.Equal(0.3, channels.Count(c => c == 0) / 5000.0, 0.03);
        layer.eval();
        Numbers.AssertClose(x.Values(), layer.call(x), 0);
        Assert.Equal([3L, 2, 2], F.dropout2d(ones(3, 2, 2)).shape);
        Assert.Throws<ArgumentException>(() => F.dropout2d(ones(3, 2)));
    }
}
