using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Nn;

public class NormalizationTests
{
    private static Tensor Images => Numbers.Wave([2, 4, 5, 6]);

    [Fact]
    public void BatchNorm2d_TrainedTwiceThenEvaluated_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        using var layer = Filled(BatchNorm2d(4));
        Numbers.AssertClose([0.05837228f, 0.5579999f, 0.6764855f, 0.3581034f, -0.2474063f, -0.8552629f], layer.call(Images)[1, 2, 0], 3e-6);
        Numbers.AssertClose([0.003253559f, -0.002665218f, -0.0003339229f, 0.003031017f], layer.running_mean!, 1e-5);
        Numbers.AssertClose([0.949528f, 0.9504545f, 0.9523147f, 0.9499001f], layer.running_var!);
        layer.call(Numbers.Wave([2, 4, 5, 6], 0.5));
        Assert.Equal(2, layer.num_batches_tracked!.item<long>());
        layer.eval();
        Numbers.AssertClose([-0.8111696f, -0.7851478f, -0.7748022f, -0.7849987f, -0.8109416f, -0.8404295f], layer.call(Images)[0, 3, 0]);
        Assert.Equal(2, layer.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void BatchNorm2d_WithoutMomentum_KeepsTheMeanOverAllBatches()
    {
        using var scope = NewDisposeScope();
        using var layer = BatchNorm2d(4);
        layer.momentum = null;
        layer.call(Images);
        layer.call(Numbers.Wave([2, 4, 5, 6], 0.5));
        Numbers.AssertClose([0.02801379f, -0.03016014f, 0.005025389f, 0.02465504f], layer.running_mean!, 1e-5);
        Numbers.AssertClose([0.5020206f, 0.4989153f, 0.52091f, 0.5064202f], layer.running_var!);
        layer.reset_running_stats();
        Assert.All(layer.running_var!.Values(), v => Assert.Equal(1, v));
        Assert.Equal(0, layer.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void StateDict_OfBatchNorm_HasPyTorchsNames()
    {
        using var layer = BatchNorm2d(4);
        Assert.Equal(
            ["bias", "num_batches_tracked", "running_mean", "running_var", "weight"], layer.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, layer.parameters().Count());
        Assert.Empty(BatchNorm2d(4, affine: false, track_running_stats: false).state_dict());
        layer.to(ScalarType.Float64);
        Assert.Equal((ScalarType.Float64, ScalarType.Int64), (layer.running_mean!.dtype, layer.num_batches_tracked!.dtype));
    }

    [Fact]
    public void BatchNorm2d_WithoutStatistics_UsesTheBatchInEvaluationToo()
    {
        using var scope = NewDisposeScope();
        using var layer = BatchNorm2d(4, track_running_stats: false);
        var trained = layer.call(Images).Values();
        layer.eval();
        Numbers.AssertClose(trained, layer.call(Images), 0);
    }

    [Fact]
    public void BatchNorm2d_InADisposeScope_KeepsItsBuffers()
    {
        BatchNorm2d layer;
        using (NewDisposeScope()) layer = BatchNorm2d(2);
        Assert.Equal(2, layer.running_mean!.Values().Length);
        layer.Dispose();
    }

    [Fact]
    public void BatchNorm_Backward_EqualsFiniteDifferences()
    {
        Gradients.AssertCorrect(t => F.batch_norm(t[0], null, null, t[1], t[2], training: true), [2, 3, 2, 2], [3], [3]);
        Gradients.AssertCorrect(t => F.group_norm(t[0], 2, t[1], t[2]), [2, 4, 2, 2], [4], [4]);
        Gradients.AssertCorrect(t => F.layer_norm(t[0], [4], t[1], t[2]), [3, 4], [4], [4]);
    }

    [Fact]
    public void Inputs_OfTheWrongShape_AreRefusedByTheirShape()
    {
        using var scope = NewDisposeScope();
        using var layer = BatchNorm2d(3);
        Assert.Contains("Expected 3 channels", Assert.Throws<ArgumentException>(() => layer.call(Images)).Message);
        Assert.Contains("Expected a 4D input to BatchNorm2d, got [2, 3]", Assert.Throws<ArgumentException>(() => layer.call(zeros(2, 3))).Message);
        Assert.Throws<ArgumentException>(() => BatchNorm1d(3).call(Images));
        Assert.Equal([2L, 3], BatchNorm1d(3).call(Numbers.Wave([2, 3])).shape);
    }

    private static BatchNorm2d Filled(BatchNorm2d layer)
    {
        layer.weight = Numbers.Parameter([4], 1);
        layer.bias = Numbers.Parameter([4], 2);
        return layer;
    }
}
