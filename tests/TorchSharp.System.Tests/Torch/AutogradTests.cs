using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

public class AutogradTests
{
    // Every input lies where the function is smooth; doubles, so that central differences are exact to about 1e-8.
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Functions = new()
    {
        ["add"] = (a, b) => a + 2 * b,
        ["sub"] = (a, b) => 3 - a - b,
        ["mul"] = (a, b) => a * b,
        ["div"] = (a, b) => a / b,
        ["pow"] = (a, b) => a.pow(b),
        ["square"] = (a, _) => a.square(),
        ["exp"] = (a, _) => a.exp(),
        ["log"] = (a, _) => a.log(),
        ["sqrt"] = (a, _) => a.sqrt(),
        ["rsqrt"] = (a, _) => a.rsqrt(),
        ["sin"] = (a, _) => a.sin(),
        ["cos"] = (a, _) => a.cos(),
        ["tanh"] = (a, _) => a.tanh(),
        ["erf"] = (a, _) => a.erf(),
        ["sigmoid"] = (a, _) => a.sigmoid(),
        ["silu"] = (a, _) => a.silu(),
        ["gelu"] = (a, _) => a.gelu(),
        ["relu"] = (a, _) => (a - 0.9).relu(),
        ["softplus"] = (a, _) => a.softplus(),
        ["softmax"] = (a, b) => a.softmax(1) * b,
        ["log_softmax"] = (a, b) => a.log_softmax(0) * b,
        ["matmul"] = (a, b) => a.matmul(b.t()),
        ["einsum"] = (a, b) => einsum("ij,ik->jk", a, b),
        ["mean"] = (a, b) => (a * b).mean([1]),
        ["var"] = (a, _) => a.var(0),
        ["std"] = (a, _) => a.std(),
        ["norm"] = (a, _) => a.norm(),
        ["prod"] = (a, _) => a.prod(1),
        ["logsumexp"] = (a, _) => a.logsumexp(1),
        ["cumsum"] = (a, b) => a.cumsum(1) * b,
        ["cumprod"] = (a, b) => a.cumprod(1) * b,
        ["max"] = (a, b) => a.max(1).Item1 * b[.., 0],
        ["maximum"] = (a, b) => a.maximum(b),
        ["clamp"] = (a, _) => a.clamp(0.8, 1.6),
        ["lerp"] = (a, b) => a.lerp(b, a),
        ["addcmul"] = (a, b) => a.addcmul(a, b, 0.5),
        ["addcdiv"] = (a, b) => a.addcdiv(a, b, 0.5),
        ["cdist"] = (a, b) => cdist(a, b),
        ["where"] = (a, b) => where(a > 1, a * a, b),
        ["gather"] = (a, _) => a.gather(1, tensor(new long[,] { { 2, 0 }, { 1, 1 } })),
        ["index"] = (a, b) => a[1, 1..] * b[0, ..2],
        ["mask"] = (a, _) => a[a > 1] * 3,
        ["index_select"] = (a, _) => a.index_select(0, tensor(new long[] { 1, 1, 0 })),
        ["cat"] = (a, b) => cat([a, b, a], 1).square(),
        ["stack"] = (a, b) => stack([a, b]).prod(0L),
        ["reshape"] = (a, b) => a.reshape(3, 2).matmul(b),
        ["permute"] = (a, b) => a.permute(1, 0).matmul(b).exp(),
        ["expand"] = (a, b) => a.unsqueeze(0).expand(4, -1, -1) * b,
        ["repeat"] = (a, b) => a.repeat(2, 1) * b.repeat(2, 1),
        ["flip"] = (a, b) => a.flip(1) * b,
        ["roll"] = (a, b) => a.roll(1, 1) * b,
        ["tril"] = (a, b) => a.tril() * b,
        ["sort"] = (a, b) => a.sort(1).Item1 * b,
        ["outer"] = (a, b) => a[0].outer(b[1]),
        ["inverse"] = (a, _) => (a.t().matmul(a) + eye(3, dtype: float64)).inverse(),
        ["detach"] = (a, b) => a * b + a.detach() * 0,
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_OfFunction_EqualsFiniteDifferences(string name)
    {
        using var scope = NewDisposeScope();
        var function = Functions[name];
        var inputs = new[]
        {
            tensor(new[,] { { 0.7, 1.3, 0.55 }, { 1.45, 1.1, 0.85 } }, requires_grad: true),
            tensor(new[,] { { 1.2, 0.65, 1.75 }, { 0.95, 1.5, 0.6 } }, requires_grad: true),
        };
        var weights = rand_like(function(inputs[0], inputs[1]).detach());
        Tensor Loss() => (function(inputs[0], inputs[1]) * weights).sum();
        Loss().backward();
        foreach (var input in inputs)
        {
            var gradient = (input.grad ?? zeros_like(input)).data<double>().ToArray();
            for (var at = 0; at < gradient.Length; at++)
            {
                Assert.Equal(Difference(Loss, input, at), gradient[at], 1e-6);
            }
        }
    }

    private static double Difference(Func<Tensor> loss, Tensor input, long at)
    {
        const double Step = 1e-6;
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var values = input.data<double>();
        var before = values[at];
        values[at] = before + Step;
        var above = loss().item<double>();
        values[at] = before - Step;
        var below = loss().item<double>();
        values[at] = before;
        return (above - below) / (2 * Step);
    }

    [Fact]
    public void Backward_Twice_AccumulatesAndZeroingStartsAnew()
    {
        using var scope = NewDisposeScope();
        var x = tensor(3f, requires_grad: true);
        (x * x).backward();
        (x * x).backward();
        Assert.Equal(12f, x.grad!.item<float>());
        x.grad = null;
        Assert.Null(x.grad);
        (2 * x).backward();
        Assert.Equal(2f, x.grad!.item<float>());
    }

    [Fact]
    public void Backward_ThroughAFreedGraph_SaysSo()
    {
        using var scope = NewDisposeScope();
        var x = tensor(3f, requires_grad: true);
        var y = x.exp();
        y.backward();
        Assert.Contains("second time", Assert.Throws<ExternalException>(() => y.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_OfManyNumbers_NeedsTheirGradient()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var error = Assert.Throws<ExternalException>(() => (x * 2).backward());
        Assert.Contains("scalar outputs", error.Message, StringComparison.Ordinal);
        (x * 2).backward([tensor(new[] { 1f, 10f })]);
        Assert.Equal([2f, 20f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Backward_WithInputs_LeavesTheOthersAlone()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        var y = ones(1, requires_grad: true);
        (x * y).sum().backward(inputs: [x]);
        Assert.NotNull(x.grad);
        Assert.Null(y.grad);
    }

    [Fact]
    public void Grad_OfGrad_IsTheSecondDerivative()
    {
        using var scope = NewDisposeScope();
        var x = tensor(2.0, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];
        Assert.Equal(12.0, first.item<double>(), 1e-12);
        Assert.Equal(12.0, second.item<double>(), 1e-12);
        Assert.Null(x.grad);
    }

    [Fact]
    public void Grad_OfWhatHasNoPart_IsNullWhereAllowed()
    {
        using var scope = NewDisposeScope();
        var x = tensor(2.0, requires_grad: true);
        var y = tensor(2.0, requires_grad: true);
        Assert.Throws<ExternalException>(() => autograd.grad([x * 2], [y]));
        Assert.Null(autograd.grad([x * 2], [y], allow_unused: true)[0]);
    }

    [Fact]
    public void NoGrad_Nested_RestoresWhatWas()
    {
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            using (enable_grad())
            {
                Assert.True(is_grad_enabled());
            }
            using var x = ones(1, requires_grad: true);
            using var y = x * 2;
            Assert.False(y.requires_grad);
            Assert.True(y.is_leaf);
        }
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void InferenceMode_Inside_MakesTensorsThatCannotBeTrained()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        Tensor y;
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            y = x * 2;
        }
        Assert.False(is_inference_mode_enabled());
        Assert.Throws<ExternalException>(() => (y * x).backward());
    }

    [Fact]
    public void RetainGrad_OfAnIntermediate_KeepsItsGradient()
    {
        using var scope = NewDisposeScope();
        var x = tensor(2f, requires_grad: true);
        var y = x * x;
        Assert.False(y.is_leaf);
        y.retain_grad();
        (3 * y).backward();
        Assert.Equal(3f, y.grad!.item<float>());
    }

    [Fact]
    public void InPlace_OnALeaf_IsRefused()
    {
        using var x = ones(1, requires_grad: true);
        Assert.Contains("leaf", Assert.Throws<ExternalException>(() => x.add_(1)).Message, StringComparison.Ordinal);
    }
}
