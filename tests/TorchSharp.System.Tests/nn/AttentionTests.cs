using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public class AttentionTests
{
    private static Tensor Query => Numbers.Wave([2, 2, 4]);

    private static Tensor Hidden => tensor(new[,] { { false, true, false }, { false, false, true } });

    [Fact]
    public void MultiheadAttention_PlainAndMasked_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        using var layer = Filled(MultiheadAttention(4, 2));
        var (k, v) = (Numbers.Wave([3, 2, 4], 1), Numbers.Wave([3, 2, 4], 2));
        var (output, weights) = layer.call(Query, k, v);
        Numbers.AssertClose([-1.90356f, 3.838737f, -3.871197f, 2.583869f, 0.5199836f, 0.6096171f, -0.2096438f, -1.087006f, -1.715688f, 3.72471f, -3.844192f, 2.647007f, 0.4061182f, 0.6902165f, -0.2476634f, -1.095959f], output, 2e-6);
        Numbers.AssertClose([0.021635f, 0.1647432f, 0.8136217f, 0.1832181f, 0.22041f, 0.5963719f, 0.03894283f, 0.2311198f, 0.7299374f, 0.2017467f, 0.2687316f, 0.5295216f], weights!, 2e-6);
        var padding = tensor(new[,] { { false, false, true }, { true, false, false } });
        Numbers.AssertClose([-0.9504271f, 2.677946f, -2.636884f, 1.418666f, 0.4059833f, 0.7841406f, -0.4245229f, -0.856601f, -1.341188f, 3.276571f, -3.374198f, 2.209468f, 0.3914538f, 0.699396f, -0.2502974f, -1.100175f], layer.call(Query, k, v, padding, attn_mask: Hidden).Item1, 2e-6);
        var (added, none) = layer.call(Query, k, v, need_weights: false, attn_mask: Numbers.Wave([4, 2, 3], 3));
        Numbers.AssertClose([-1.87248f, 3.831227f, -3.888125f, 2.62328f, 0.4548353f, 0.7022997f, -0.3191506f, -0.9733287f, -1.773666f, 3.717349f, -3.772341f, 2.518969f, 0.487853f, 0.5921903f, -0.1446733f, -1.192012f], added, 2e-6);
        Assert.Null(none);
    }

    [Fact]
    public void MultiheadAttention_OfOtherSizesWithMoreKeys_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        using var layer = Filled(MultiheadAttention(4, 2, add_bias_kv: true, add_zero_attn: true, kdim: 3, vdim: 5));
        var (output, weights) = layer.call(Query, Numbers.Wave([3, 2, 3], 1), Numbers.Wave([3, 2, 5], 2), attn_mask: Hidden);
        Numbers.AssertClose([-2.45743f, 1.236272f, -3.286122f, 2.317926f, -2.000406f, 0.4214586f, -2.207677f, 1.100469f, -2.969508f, 1.431493f, -3.141928f, 1.850979f, -0.5997068f, -0.8364263f, -1.237961f, 0.530978f], output, 2e-6);
        Numbers.AssertClose([0.3600116f, 0f, 0.3293573f, 0.1272025f, 0.1834286f, 0.4875563f, 0.02654532f, 0f, 0.171736f, 0.3141624f, 0.3044121f, 0f, 0.4064188f, 0.180488f, 0.108681f, 0.5121133f, 0.01686035f, 0f, 0.3243263f, 0.1467f], weights!, 2e-6);
    }

    [Fact]
    public void StateDict_OfAttention_HasPyTorchsNames()
    {
        Assert.Equal(["in_proj_bias", "in_proj_weight", "out_proj.bias", "out_proj.weight"], Names(MultiheadAttention(4, 2)));
        Assert.Equal(
            ["bias_k", "bias_v", "k_proj_weight", "out_proj.weight", "q_proj_weight", "v_proj_weight"],
            Names(MultiheadAttention(4, 2, bias: false, add_bias_kv: true, kdim: 3)));
    }

    [Fact]
    public void MultiheadAttention_OfWhatDoesNotFit_SaysWhat()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("divisible", Assert.Throws<ArgumentException>(() => MultiheadAttention(4, 3)).Message);
        using var layer = MultiheadAttention(4, 2);
        Assert.Contains("[2, 2, 5]", Assert.Throws<ArgumentException>(() => layer.call(zeros(2, 2, 5), Query, Query)).Message);
    }

    [Fact]
    public void MultiheadAttention_Backward_ReachesAllWeights()
    {
        using var scope = NewDisposeScope();
        using var layer = MultiheadAttention(4, 2, dropout: 0.1);
        layer.call(Query, Query, Query).Item1.square().sum().backward();
        Assert.All(layer.parameters(), p => Assert.True(p.grad!.abs().max().item<float>() >= 0));
        Assert.True(layer.get_parameter("in_proj_weight")!.grad!.abs().max().item<float>() > 0);
    }

    [Fact]
    public void PReLU_OfEachChannel_EqualsPyTorch()
    {
        using var scope = NewDisposeScope();
        using var layer = PReLU(3);
        Assert.All(layer.weight.Values(), a => Assert.Equal(0.25f, a));
        layer.weight = new Parameter(tensor(new[] { 0.1f, 0.2f, 0.3f }));
        Numbers.AssertClose([0f, 0.6442177f, 0.9854497f, 0.8632094f, 0.3349881f, -0.105235f, -0.08715758f, -0.09824526f, -0.1262533f, 0.0168139f, 0.6569866f, 0.9881682f], layer.call(Numbers.Wave([2, 3, 2])));
        Gradients.AssertCorrect(t => nn.functional.prelu(t[0] + 0.3, t[1]), [2, 3, 2], [3]); // no element at the kink
    }

    private static string[] Names(Module module) => [.. module.state_dict().Keys.Order(StringComparer.Ordinal)];

    private static MultiheadAttention Filled(MultiheadAttention layer)
    {
        using var _ = no_grad();
        foreach (var (name, phase) in Names(layer).Select((name, i) => (name, i)))
        {
            var parameter = layer.get_parameter(name)!;
            parameter.copy_(Numbers.Wave(parameter.shape, phase));
        }
        return layer;
    }
}
