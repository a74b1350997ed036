using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public class LayerTests
{
    [Fact]
    public void Linear_Fresh_IsUniformWithinOneOverTheRootOfItsInputs()
    {
        manual_seed(1);
        using var layer = Linear(25, 4000);
        foreach (var p in (Parameter[])[layer.weight, layer.bias!])
        {
            var values = p.Values();
            Assert.All(values, v => Assert.InRange(v, -0.2f, 0.2f));
            Assert.Equal(0.2 / Math.Sqrt(3), Math.Sqrt(values.Average(v => v * v)), 0.003);
        }
        Assert.Null(Linear(2, 2, hasBias: false).bias);
        Assert.Equal(ScalarType.Float64, Linear(2, 2, dtype: ScalarType.Float64).weight.dtype);
    }

    [Fact]
    public void Linear_OfGivenParameters_ComputesWithThem()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(Numbers.Parameter([3, 2]), Numbers.Parameter([3], 1));
        var x = Numbers.Wave([5, 2], 2);
        Numbers.AssertClose((x.matmul(layer.weight.t()) + layer.bias!).Values(), layer.call(x));
        Assert.Equal((2, 3), (layer.in_features, layer.out_features));
    }

    [Fact]
    public void Embedding_Fresh_IsNormalWithAPaddingRowOfZeros()
    {
        manual_seed(1);
        using var table = Embedding(500, 40, padding_idx: -1);
        var values = table.weight.Values();
        Assert.Equal(0, values.Average(), 0.03);
        Assert.Equal(1, Math.Sqrt(values.Average(v => v * v)), 0.03);
        Assert.All(values[^40..], v => Assert.Equal(0, v));
        table.call(tensor(new long[] { 499, 1, 1 })).sum().backward();
        using var gradient = table.weight.grad!;
        Assert.Equal(80, gradient.sum().item<float>());
        Assert.Throws<ArgumentException>(() => Embedding(5, 2, padding_idx: 5));
    }

    [Fact]
    public void Embedding_FromATable_LooksUpAndIsFrozen()
    {
        using var scope = NewDisposeScope();
        using var source = Numbers.Wave([4, 3]);
        using var table = Embedding_from_pretrained(source, max_norm: 0.5);
        Assert.False(table.weight.requires_grad);
        var rows = table.call(tensor(new long[] { 2, 0 }));
        Assert.Equal([2L, 3], rows.shape);
        Assert.Equal(0.5, rows[0].norm().item<float>(), 1e-4);
        Numbers.AssertClose(Numbers.Wave([4, 3]).Values(), source, 0);
    }

    [Fact]
    public void Norms_Fresh_HaveOnesAndZeros()
    {
        using var group = GroupNorm(2, 4);
        using var layer = LayerNorm([2, 3]);
        Assert.All(group.weight.Values().Concat(layer.weight.Values()), v => Assert.Equal(1, v));
        Assert.All(group.bias!.Values().Concat(layer.bias!.Values()), v => Assert.Equal(0, v));
        Assert.Empty(GroupNorm(2, 4, affine: false).parameters());
        Assert.Single(LayerNorm(3, bias: false).parameters());
        Assert.Throws<ArgumentException>(() => group.call(zeros(2, 4)));
    }

    [Fact]
    public void Parameter_OfATensor_TakesItOver()
    {
        using var scope = NewDisposeScope();
        var data = Numbers.Wave([2]);
        var parameter = data.AsParameter();
        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad && parameter.is_leaf);
        Assert.True(scope.Contains(parameter));
        Assert.False(scope.Contains(data));
        var free = new Parameter(Numbers.Wave([2]).DetachFromDisposeScope(), requires_grad: false);
        Assert.False(scope.Contains(free));
        Assert.False(free.requires_grad);
    }
}
