using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Nn;

public class FunctionalTests
{
    public static TheoryData<string, float[]> Cases => new()
    {
        { "relu", [0.5910404f, 1.682942f, 1.98333f, 1.350926f, 0.08316132f, 0f] },
        { "relu6", [2.955202f, 6f, 6f, 6f, 0.4158066f, 0f] },
        { "leaky_relu", [0.5910404f, 1.682942f, 1.98333f, 1.350926f, 0.08316132f, -0.2447432f] },
        { "elu", [0.5910404f, 1.682942f, 1.98333f, 1.350926f, 0.08316132f, -0.4941053f] },
        { "selu", [0.6210068f, 1.768269f, 2.083886f, 1.41942f, 0.08737769f, -1.24098f] },
        { "celu", [0.5910404f, 1.682942f, 1.98333f, 1.350926f, 0.08316132f, -0.5781349f] },
        { "gelu", [0.4271764f, 1.605201f, 1.936394f, 1.231559f, 0.04433649f, -0.1352571f] },
        { "gelu by tanh", [0.4271452f, 1.605059f, 1.936477f, 1.231326f, 0.04433648f, -0.1354757f] },
        { "silu", [0.3803959f, 1.419214f, 1.743417f, 1.073015f, 0.04330862f, -0.27813f] },
        { "mish", [0.4578165f, 1.602268f, 1.926125f, 1.241226f, 0.05209846f, -0.3087149f] },
        { "sigmoid", [0.6436038f, 0.8432937f, 0.8790357f, 0.7942811f, 0.5207784f, 0.2272832f] },
        { "tanh", [0.5306435f, 0.9332423f, 0.9628307f, 0.8742718f, 0.08297014f, -0.8407468f] },
        { "tanhshrink", [0.06039697f, 0.7496997f, 1.020499f, 0.4766546f, 0.0001911819f, -0.382969f] },
        { "softsign", [0.3714805f, 0.6272748f, 0.664804f, 0.5746357f, 0.07677649f, -0.5503023f] },
        { "hardswish", [0.3537417f, 1.31352f, 1.647264f, 0.9796302f, 0.0427333f, -0.3622778f] },
        { "hardsigmoid", [0.5985067f, 0.7804903f, 0.830555f, 0.7251544f, 0.5138602f, 0.2960474f] },
        { "hardtanh", [0.5910404f, 0.8f, 0.8f, 0.8f, 0.08316132f, -0.5f] },
        { "threshold", [0.5910404f, 1.682942f, 1.98333f, 1.350926f, -3f, -3f] },
        { "softplus", [0.7247699f, 1.682942f, 1.98333f, 1.350926f, 0.3898812f, 0.0414879f] },
        { "softshrink", [0.1910404f, 1.282942f, 1.58333f, 0.9509264f, 0f, -0.8237158f] },
        { "hardshrink", [0.5910404f, 1.682942f, 1.98333f, 1.350926f, 0f, -1.223716f] },
        { "logsigmoid", [-0.4406719f, -0.17044f, -0.1289298f, -0.2303179f, -0.6524307f, -1.481558f] },
        { "softmax", [0.1249377f, 0.3723063f, 0.5027559f, 0.7365717f, 0.2073154f, 0.05611283f] },
        { "log_softmax", [-1.143596f, -0.1839376f, -0.03967827f, -0.38371f, -1.783718f, -3.246724f] },
        { "softmin", [0.6312798f, 0.2118435f, 0.1568767f, 0.05656261f, 0.2009615f, 0.7424759f] },
        { "normalize", [0.2215762f, 0.6309211f, 0.743534f, 0.74037f, 0.04557624f, -0.6706527f] },
        { "layer_norm", [-1.384162f, 0.4410219f, 0.9431394f, 1.218491f, 0.01240308f, -1.230894f] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Function_OnASmallMatrix_EqualsPyTorch(string name, float[] expected)
    {
        using var scope = NewDisposeScope();
        Numbers.AssertClose(expected, Apply(name, X()), 2e-6);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Module_OnASmallMatrix_EqualsItsFunction(string name, float[] expected)
    {
        if (Module(name) is not { } module) return; // normalize has no module
        using var scope = NewDisposeScope();
        Numbers.AssertClose(expected, module.call(name == "relu6" ? X() * 5 : X()), 2e-6);
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("silu")]
    [InlineData("gelu")]
    [InlineData("normalize")]
    [InlineData("layer_norm")]
    [InlineData("softsign")]
    [InlineData("tanhshrink")]
    public void Function_Backward_EqualsFiniteDifferences(string name)
    {
        using var scope = NewDisposeScope();
        var x = X().to_type(ScalarType.Float64).requires_grad_();
        var weights = Numbers.Wave([2, 3], 2).to_type(ScalarType.Float64);
        (Apply(name, x) * weights).sum().backward();
        for (var i = 0; i < 6; i++)
        {
            double At(double h)
            {
                var moved = x.detach().clone();
                moved[i / 3, i % 3] += h;
                return (Apply(name, moved) * weights).sum().item<double>();
            }
            Assert.Equal((At(1e-6) - At(-1e-6)) / 2e-6, x.grad![i / 3, i % 3].item<double>(), 1e-6);
        }
    }

    [Fact]
    public void InPlace_Function_ChangesItsInputAndReturnsAnotherObject()
    {
        using var x = X();
        var y = F.relu(x, inplace: true);
        Numbers.AssertClose([0.5910404f, 1.682942f, 1.98333f, 1.350926f, 0.08316132f, 0f], x);
        Assert.NotSame(x, y);
        y.Dispose();
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void Losses_OfKnownPairs_EqualPyTorch()
    {
        using var scope = NewDisposeScope();
        var (x, t, c) = (X(), Numbers.Wave([2, 3], 1.3), tensor(new long[] { 2, 0 }));
        var positive = t.gt(0).to_type(ScalarType.Float32);
        var weight = tensor(new float[] { 1, 2, 3 });
        Numbers.AssertClose(1.100564, F.mse_loss(x, t));
        Numbers.AssertClose(6.603384, F.mse_loss(x, t, nn.Reduction.Sum));
        Assert.Equal([2L, 3L], F.mse_loss(x, t, nn.Reduction.None).shape);
        Numbers.AssertClose(0.9062616, F.l1_loss(x, t));
        Numbers.AssertClose(0.6713416, F.smooth_l1_loss(x, t, beta: 0.5));
        Numbers.AssertClose(0.3356708, F.huber_loss(x, t, delta: 0.5));
        Numbers.AssertClose(0.4966996, F.cross_entropy(x, c));
        Numbers.AssertClose(0.6847318, F.cross_entropy(x, c, weight, label_smoothing: 0.1));
        Numbers.AssertClose(0.4966996, F.nll_loss(F.log_softmax(x, 1), c));
        Numbers.AssertClose(0.5524535, F.binary_cross_entropy(F.sigmoid(x), positive));
        Numbers.AssertClose(0.6238368, F.binary_cross_entropy_with_logits(x, positive, pos_weights: weight));
        Numbers.AssertClose(0.08163645, F.kl_div(F.log_softmax(x, 1), F.log_softmax(t, 1)), 2e-6);
        Numbers.AssertClose(1.232978, F.hinge_embedding_loss(x, t.sign(), margin: 1));
        Numbers.AssertClose(1.100564, nn.MSELoss().call(x, t));
        Numbers.AssertClose(0.6847318, new Modules.CrossEntropyLoss(weight, label_smoothing: 0.1).call(x, c));
        Numbers.AssertClose([0.7937463f, 0.3360057f], F.cosine_similarity(x, t));
        Numbers.AssertClose([1.777155f, 1.856102f], F.pairwise_distance(x, t));
    }

    [Fact]
    public void GroupNorm_OfTwoGroups_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        var y = F.group_norm(Numbers.Wave([2, 4, 3]), 2, Numbers.Wave([4], 1), Numbers.Wave([4], 2));
        Numbers.AssertClose(
            [
                0.1752641f, 1.32067f, 1.927373f, 1.371038f, 0.2642401f, -1.172677f, -0.912661f, -1.011876f, -0.6976261f, -0.8097922f,
                -0.7745287f, -0.7562857f, 2.35287f, 1.670519f, 0.7969353f, -0.4757186f, -0.6251074f, -0.08294442f, -0.7867712f,
                0.1105877f, 0.5635909f, -0.7804354f, -0.8275698f, -0.8870875f,
            ], y);
    }

    [Fact]
    public void ScaledDotProductAttention_PlainMaskedAndCausal_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = (Numbers.Wave([2, 3, 4]), Numbers.Wave([2, 5, 4], 1), Numbers.Wave([2, 5, 2], 2));
        Numbers.AssertClose(
            [0.1620392f, 0.12746f, -0.01992662f, 0.0531119f, 0.1986574f, 0.1611922f, 0.1023299f, -0.01083943f, -0.02099037f, 0.009100772f, 0.1449283f, 0.04335754f],
            F.scaled_dot_product_attention(q, k, v), 2e-6);
        float[] causal =
            [0.9092974f, 0.4273799f, 0.06108776f, -0.47968f, -0.2987592f, -0.4095823f, 0.4121185f, -0.2717606f, -0.5993418f, -0.8613638f, -0.3301612f, -0.2419636f];
        Numbers.AssertClose(causal, F.scaled_dot_product_attention(q, k, v, is_casual: true), 2e-6);
        Numbers.AssertClose(causal, F.scaled_dot_product_attention(q, k, v, ones(3, 5).tril().to_type(ScalarType.Bool)), 2e-6);
    }

    [Fact]
    public void OneHot_OfClasses_HasAOneEach()
    {
        using var scope = NewDisposeScope();
        Numbers.AssertClose([0, 0, 1, 0, 1, 0, 0, 0], F.one_hot(tensor(new long[] { 2, 0 }), 4));
        Assert.Equal([2L, 3L], F.one_hot(tensor(new long[] { 2, 0 })).shape);
    }

    [Fact]
    public void Pad_InEveryMode_FillsTheMargin()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[,] { { 1, 2, 3 } });
        Numbers.AssertClose([7, 1, 2, 3, 7, 7], F.pad(x, (1, 2), value: 7));
        Numbers.AssertClose([7, 1, 2, 3, 7, 7], F.pad(x, [1, 2], PaddingModes.Zeros, 7)); // as TorchSharp has it
        Numbers.AssertClose([2, 1, 2, 3, 2, 1], F.pad(x, (1, 2), PaddingModes.Reflect));
        Numbers.AssertClose([1, 1, 2, 3, 3, 3], F.pad(x, (1, 2), PaddingModes.Replicate));
        Numbers.AssertClose([3, 1, 2, 3, 1, 2], F.pad(x.unsqueeze(0), (1, 2), PaddingModes.Circular));
        Assert.Equal([3L, 5], F.pad(x, (1, 1, 1, 1)).shape);
        Assert.Equal([1L, 5], F.pad(x, 1).shape);
    }

    [Fact]
    public void Dropout_InTraining_KeepsTheMeanAndInEvaluationAll()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (x, module) = (ones(10_000), nn.Dropout(0.3));
        var dropped = module.call(x);
        Assert.Equal(0.3, (dropped == 0).to_type(ScalarType.Float32).mean().item<float>(), 0.02);
        Assert.Equal(1.0, dropped.mean().item<float>(), 0.03);
        module.eval();
        Numbers.AssertClose(x.Values(), module.call(x), 0);
    }

    private static Tensor X() => Numbers.Wave([2, 3], 0.3).mul_(2);

    private static Tensor Apply(string name, Tensor x) => name switch
    {
        "relu" => F.relu(x),
        "relu6" => F.relu6(x * 5),
        "leaky_relu" => F.leaky_relu(x, 0.2),
        "elu" => F.elu(x, 0.7),
        "selu" => F.selu(x),
        "celu" => F.celu(x, 0.7),
        "gelu" => F.gelu(x),
        "gelu by tanh" => F.gelu(x, Modules.GELU.Approximate.tanh),
        "silu" => F.silu(x),
        "mish" => F.mish(x),
        "sigmoid" => F.sigmoid(x),
        "tanh" => F.tanh(x),
        "tanhshrink" => F.tanhshrink(x),
        "softsign" => F.softsign(x),
        "hardswish" => F.hardswish(x),
        "hardsigmoid" => F.hardsigmoid(x),
        "hardtanh" => F.hardtanh(x, -0.5, 0.8),
        "threshold" => F.threshold(x, 0.1, -3),
        "softplus" => F.softplus(x, 2, 1.5),
        "softshrink" => F.softshrink(x, 0.4),
        "hardshrink" => F.hardshrink(x, 0.4),
        "logsigmoid" => F.logsigmoid(x),
        "softmax" => F.softmax(x, 1),
        "log_softmax" => F.log_softmax(x, 0),
        "softmin" => F.softmin(x, 1),
        "normalize" => F.normalize(x),
        "layer_norm" => F.layer_norm(x, [3]),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static torch.nn.Module<Tensor, Tensor>? Module(string name) => name switch
    {
        "relu" => nn.ReLU(),
        "relu6" => nn.ReLU6(),
        "leaky_relu" => nn.LeakyReLU(0.2),
        "elu" => nn.ELU(0.7),
        "selu" => nn.SELU(),
        "celu" => nn.CELU(0.7),
        "gelu" => nn.GELU(),
        "gelu by tanh" => nn.GELU(Modules.GELU.Approximate.tanh),
        "silu" => nn.SiLU(),
        "mish" => nn.Mish(),
        "sigmoid" => nn.Sigmoid(),
        "tanh" => nn.Tanh(),
        "tanhshrink" => nn.Tanhshrink(),
        "softsign" => nn.Softsign(),
        "hardswish" => nn.Hardswish(),
        "hardsigmoid" => nn.Hardsigmoid(),
        "hardtanh" => nn.Hardtanh(-0.5, 0.8),
        "threshold" => nn.Threshold(0.1, -3),
        "softplus" => nn.Softplus(2, 1.5),
        "softshrink" => nn.Softshrink(0.4),
        "hardshrink" => nn.Hardshrink(0.4),
        "logsigmoid" => nn.LogSigmoid(),
        "softmax" => nn.Softmax(1),
        "log_softmax" => nn.LogSoftmax(0),
        "softmin" => nn.Softmin(1),
        "layer_norm" => nn.LayerNorm(3),
        _ => null,
    };
}
