using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Autograd;

public class GradientTests
{
    [Fact]
    public void Backward_Twice_Accumulates()
    {
        using var scope = NewDisposeScope();
        var x = tensor(3f, requires_grad: true);
        Assert.Null(x.grad);
        (x * x).backward();
        (x * x).backward();
        Assert.Equal(12, x.grad!.item<float>());
        x.grad = null;
        Assert.Null(x.grad);
    }

    // What lets an optimiser work on one vector of gradients.
    [Fact]
    public void Backward_WhereTheGradientIsAView_AddsIntoTheVector()
    {
        using var scope = NewDisposeScope();
        var linear = nn.Linear(2, 1);
        var flat = zeros(4);
        linear.weight!.grad = flat.narrow(0, 1, 2).view(1, 2);
        linear.call(tensor(new float[,] { { 3, 4 } })).sum().backward();
        Assert.Equal([0, 3, 4, 0], flat.Values());
        flat.zero_();
        linear.call(tensor(new float[,] { { 5, 6 } })).sum().backward();
        Assert.Equal([0, 5, 6, 0], flat.Values());
    }

    // How kernels stand between two pieces of a graph.
    [Fact]
    public void Backward_InTwoPieces_EqualsTheWhole()
    {
        using var scope = NewDisposeScope();
        var x = Numbers.Wave([3]).requires_grad_();
        x.exp().sin().sum().backward();
        var whole = x.grad!.Values();
        x.grad = null;
        var source = x.exp();
        var leaf = source.detach().requires_grad_();
        Assert.True(leaf.is_leaf && !source.is_leaf);
        leaf.sin().sum().backward();
        source.backward([leaf.grad!]);
        Assert.Equal(whole, x.grad!.Values());
    }

    [Fact]
    public void NoGrad_Nested_RestoresWhatWas()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        using (no_grad())
        {
            using (no_grad()) Assert.False(is_grad_enabled());
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
        }
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void InPlace_OnALeaf_NeedsNoGrad()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        Assert.Contains("leaf", Assert.Throws<ExternalException>(() => x.add_(1)).Message);
        using (no_grad()) x.copy_(tensor(new[] { 5f }));
        Assert.Equal(5, x.item<float>());
        Assert.True(x.requires_grad);
    }

    [Fact]
    public void MeanSquaredError_OfAPair_HasItsClosedGradient()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Numbers.Wave([2, 3]).requires_grad_(), Numbers.Wave([2, 3], 1));
        var loss = nn.functional.mse_loss(x, y);
        loss.backward();
        Numbers.AssertClose((x - y).square().mean().Values(), loss);
        Numbers.AssertClose(((x - y) / 3).Values(), x.grad!);
    }
}
