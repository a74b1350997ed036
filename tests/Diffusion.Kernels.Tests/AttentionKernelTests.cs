using Diffusion.Tests;
using static TorchSharp.torch;

namespace Diffusion.Kernels.Tests;

public class AttentionKernelTests
{
    // Depths below, at and above the kernel's four at a time; places that fill one vector and many.
    [Theory]
    [InlineData(2, 16, 8, 4)]
    [InlineData(3, 64, 20, 4)]
    [InlineData(1, 144, 7, 1)]
    [InlineData(2, 256, 64, 4)]
    public void ForwardAndBackward_OfABatch_EqualAutogradsInDouble(int images, int places, int channels, int heads)
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        using var generator = new Generator(1, CPU);
        var qkv = randn([images, places, 3 * channels], generator: generator) * 2;
        var dFound = randn([images, places, channels], generator: generator);
        Assert.True(AttentionKernel.Suits(qkv));
        var (found, logSums) = AttentionKernel.Forward(qkv, heads);
        var gradient = AttentionKernel.Backward(qkv, found, logSums, dFound);

        var plain = qkv.to(float64).requires_grad_();
        var parts = plain.view(images, places, 3, heads, channels / heads).permute(2, 0, 3, 1, 4);
        var scores = parts[0].matmul(parts[1].transpose(-1, -2)) / Math.Sqrt((double)channels / heads);
        var expected = scores.softmax(-1).matmul(parts[2]).transpose(1, 2).reshape(images, places, channels);
        expected.backward([dFound.to(float64)]);
        Near.Equal(scores.logsumexp(-1), logSums, 1e-5);
        Near.Equal(expected, found, 1e-5);
        Near.Equal(plain.grad!, gradient, 2e-5);
    }

    [Fact]
    public void Forward_OfLargeScores_StaysFinite()
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        var qkv = randn(1, 32, 12) * 100;
        var (found, logSums) = AttentionKernel.Forward(qkv, 1);
        Assert.True(found.isfinite().all().item<bool>());
        Assert.True(AttentionKernel.Backward(qkv, found, logSums, ones_like(found)).isfinite().all().item<bool>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Forward_OnThreads_IsTheSame(int threads)
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        var qkv = randn(5, 64, 24);
        var before = get_num_threads();
        var (found, logSums) = AttentionKernel.Forward(qkv, 2);
        var gradient = AttentionKernel.Backward(qkv, found, logSums, found);
        set_num_threads(threads);
        var again = AttentionKernel.Forward(qkv, 2);
        var gradientAgain = AttentionKernel.Backward(qkv, found, logSums, found);
        set_num_threads(before);
        Near.Equal(found, again.Found, 0);
        Near.Equal(gradient, gradientAgain, 0);
    }

    [Fact]
    public void Suits_PlacesThatFillNoVectorOrAnotherType_IsFalse()
    {
        Assert.False(AttentionKernel.Suits(zeros(1, 36, 12)));
        Assert.False(AttentionKernel.Suits(zeros([1, 64, 12], dtype: float64)));
        Assert.False(AttentionKernel.Suits(zeros(1, 12, 64).transpose(1, 2)));
    }
}
