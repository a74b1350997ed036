using Diffusion.Acceleration;
using Diffusion.Models;
using Diffusion.Tests;
using TorchSharp;
using static TorchSharp.torch;

namespace Diffusion.Kernels.Tests;

/// <summary>The attention kernel within autograd, against the tensor engine alone.</summary>
public sealed class AttentionFunctionTests : IDisposable
{
    private readonly Generator _generator = new(1);
    private readonly DisposeScope _scope = NewDisposeScope();

    public AttentionFunctionTests() => Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");

    public void Dispose()
    {
        _scope.Dispose();
        _generator.Dispose();
    }

    // Sizes whose levels fill vectors and ones that do not, wide and high, one pixel at the bottom, one channel.
    [Theory]
    [InlineData(8, 8, 4, 3, 0)]
    [InlineData(32, 32, 8, 3, 5)]
    [InlineData(24, 40, 12, 1, 3)]
    public void Backward_ThroughANetwork_EqualsAutogradsOwn(int height, int width, int features, int channels, int classes)
    {
        var unet = new AttentionUnet(channels, features, 32, classes, _generator);
        var (x, y) = (Normal(3, channels, height, width), Normal(3, channels, height, width));
        var time = tensor(new float[] { 1, 300, 1000 });
        var context = classes > 0 ? eye(classes)[..3] : null;

        (double Loss, List<Tensor> Gradients) Pass()
        {
            unet.zero_grad();
            var loss = (unet.call(x, time, context) - y).square().mean();
            loss.backward();
            return (loss.item<float>(), unet.parameters().Select(p => p.grad?.clone() ?? zeros_like(p)).ToList());
        }
        var (loss, gradients) = Pass();
        (double Loss, List<Tensor> Gradients) expected;
        using (Accelerators.Off()) expected = Pass();

        Assert.Equal(expected.Loss, loss, 1e-5);
        double largest = expected.Gradients.Max(g => g.abs().max().item<float>());
        foreach (var ((name, _), (own, other)) in unet.named_parameters().Zip(gradients.Zip(expected.Gradients)))
            Assert.True(Near.Difference(own, other) < 2e-5 * largest, name);
        Assert.All(gradients, g => Assert.True(g.abs().sum().item<float>() > 0));
    }

    [Fact]
    public void Attend_OfWhatWantsNoGradient_IsTheSameAndHasNone()
    {
        var qkv = Normal(2, 64, 24);
        var plain = AttentionFunction.Attend(qkv, 2);
        Assert.False(plain.requires_grad);
        var wanted = AttentionFunction.Attend(qkv.requires_grad_(), 2);
        Assert.True(wanted.requires_grad);
        Near.Equal(plain, wanted.detach(), 0);
        using var frozen = no_grad();
        Assert.False(AttentionFunction.Attend(qkv, 2).requires_grad);
    }

    [Fact]
    public void Backward_ManyTimes_LeavesNoTensorsBehind()
    {
        var qkv = Normal(1, 64, 24).requires_grad_();
        void Pass()
        {
            using var inner = NewDisposeScope();
            AttentionFunction.Attend(qkv, 2).square().sum().backward();
            qkv.grad!.zero_();
        }
        Pass();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 20; i++) Pass();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Backward_OfAGradientInAnotherOrder_IsTheSame()
    {
        var qkv = Normal(2, 64, 24).requires_grad_();
        var dFound = Normal(2, 8, 64);
        AttentionFunction.Attend(qkv, 2).backward([dFound.transpose(1, 2)]);
        var gradient = qkv.grad!.clone();
        qkv.grad!.zero_();
        AttentionFunction.Attend(qkv, 2).backward([dFound.transpose(1, 2).contiguous()]);
        Near.Equal(gradient, qkv.grad!, 0);
    }

    private Tensor Normal(params long[] shape) => randn(shape, generator: _generator);
}
