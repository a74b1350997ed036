using Diffusion.Acceleration;
using Diffusion.Models;
using Diffusion.Schedules;
using Diffusion.Tests;
using static TorchSharp.torch;

namespace Diffusion.Kernels.Tests;

public class UnetKernelTests
{
    // Tiles of 4 × 4 round a little more than a plain convolution does, and libtorch's versions differ by as much.
    private const double Rounding = 3e-5;

    // A height that is no multiple of the tiles' four pixels at half size, one channel, one time for all, no context.
    [Theory]
    [InlineData(3, 16, 4, true, false)]
    [InlineData(1, 12, 3, false, false)]
    [InlineData(3, 16, 4, true, true)]
    public void LossAndGradients_OfABatch_EqualAutograds(int channels, int height, int count, bool everyOneItsOwn, bool longVectors)
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        using var generator = new Generator(1, CPU);
        using var unet = Network(channels, height, generator);
        using var plain = unet.Copy();
        var (x, eps) = (randn([count, channels, height, height], generator: generator), randn([count, channels, height, height], generator: generator));
        var time = rand([everyOneItsOwn ? count : 1], generator: generator);
        var context = everyOneItsOwn ? rand([count, 5], generator: generator) : null;

        var weights = everyOneItsOwn ? rand([count, 1, 1, 1], generator: generator) * 5 : null;
        var expected = ((plain.call(x, time, context) - eps).square() * (weights ?? ones(1))).mean();
        expected.backward();
        using var kernel = longVectors ? new UnetKernel<Lanes512>(unet, count, training: true, threads: 2) : UnetKernel.For(unet, count, training: true)!;
        unet.zero_grad();
        var loss = kernel.LossAndGradients(x, time, context, eps, weights)!.Value;

        Assert.Equal(expected.item<float>(), loss, 1e-5);
        var largest = plain.parameters().Max(p => p.grad!.abs().max().item<float>());
        foreach (var ((name, own), (_, other)) in unet.named_parameters().Zip(plain.named_parameters()))
            Assert.True((own.grad! - other.grad!).abs().max().item<float>() < 1e-5 * largest, name);
        foreach (var ((name, own), (_, other)) in unet.named_buffers().Zip(plain.named_buffers()))
            Assert.True((own - other).abs().max().to(float64).item<double>() < 1e-5, name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void LossAndGradients_OnThreads_AreTheSame(int threads)
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        using var generator = new Generator(1, CPU);
        using var unet = Network(3, 8, generator);
        var (x, time) = (randn([7, 3, 8, 8], generator: generator), rand([7], generator: generator));
        var before = get_num_threads();
        using var one = UnetKernel.For(unet, 9, training: true)!;      // with room to spare
        set_num_threads(threads);
        using var several = UnetKernel.For(unet, 7, training: true)!;
        set_num_threads(before);
        unet.zero_grad();
        var loss = one.LossAndGradients(x, time, null, x)!.Value;
        var gradients = unet.parameters().Select(p => p.grad!.clone()).ToList();
        foreach (var p in unet.parameters()) p.grad!.zero_();
        Assert.Equal(loss, several.LossAndGradients(x, time, null, x)!.Value, 1e-6);
        var largest = gradients.Max(g => g.abs().max().item<float>());
        foreach (var (own, other) in unet.parameters().Zip(gradients))
            Assert.True((own.grad! - other).abs().max().item<float>() < 1e-5 * largest);
    }

    [Fact]
    public void Predictor_WithAndWithoutKernels_GivesTheSameNoise()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1, CPU);
        using var unet = Network(3, 16, generator);
        using (no_grad())
            foreach (var buffer in unet.buffers().Where(b => b.dtype == float32)) buffer.add_(rand(buffer.shape, generator: generator) * 0.3);
        var schedule = NoiseSchedule.Linear(10);
        var context = rand([5, 5], generator: generator);
        NoisePredictor plain, nothing, fast = unet.Predictor(schedule, context), growing = unet.Predictor(schedule);
        using (Accelerators.Off()) (plain, nothing) = (unet.Predictor(schedule, context), unet.Predictor(schedule));
        var x = randn([5, 3, 16, 16], generator: generator);
        Near.Equal(plain(x, 7), fast(x, 7), Rounding);
        Near.Equal(fast(x, 7), fast(x.transpose(2, 3).contiguous().transpose(2, 3), 7), 0);
        foreach (var either in (NoisePredictor[])[plain, fast])
            Assert.Contains("5 contexts for 3", Assert.Throws<ArgumentException>(() => either(x[..3], 7)).Message, StringComparison.Ordinal);
        foreach (var count in (int[])[2, 5, 1]) Near.Equal(nothing(x[..count], 1), growing(x[..count], 1), Rounding);
        foreach (var t in (int[])[10, 1, 10]) Near.Equal(plain(x, t), fast(x, t), Rounding);
    }

    [Fact]
    public void Evaluate_OfAnotherTypeOrSeveralTimes_IsDeclined()
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        using var unet = new ContextUnet(3, 32, height: 8);
        unet.eval();
        using var evaluation = new UnetEvaluation(unet);
        evaluation.TakeWeights();
        Assert.Null(evaluation.Run(zeros([2, 3, 8, 8], dtype: float64), ones(1), null));
        Assert.Null(evaluation.Run(zeros(2, 3, 8, 8), ones(2), null));
        Assert.NotNull(evaluation.Run(zeros(2, 3, 8, 8), ones(1), null));
    }

    [Fact]
    public void TakeWeights_AfterTheyChanged_CountsFromThenOn()
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var unet = new ContextUnet(3, 32, height: 8, generator: new Generator(3));
        unet.eval();
        using var evaluation = new UnetEvaluation(unet);
        evaluation.TakeWeights();
        var (x, time, context) = (randn(2, 3, 8, 8), full(1, 0.5f), eye(5)[..1]);
        var before = evaluation.Run(x, time, context)!;
        foreach (var p in unet.parameters()) p.mul_(1.1);
        evaluation.TakeWeights();
        var after = evaluation.Run(x, time, context)!;
        Assert.True(Near.Difference(before, after) > 1e-3);
        Near.Equal(unet.call(x, time, context), after, Rounding);
    }

    [Fact]
    public void LossAndGradients_OfWhatDoesNotFit_SayWhat()
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        using var unet = new ContextUnet(3, 32, height: 8);
        using var kernel = UnetKernel.For(unet, 2, training: true)!;
        var x = zeros(2, 3, 8, 8);
        Assert.Contains("2 at most", Assert.Throws<ArgumentException>(() => kernel.LossAndGradients(zeros(3, 3, 8, 8), ones(1), null, zeros(3, 3, 8, 8))).Message);
        Assert.Contains("target", Assert.Throws<ArgumentException>(() => kernel.LossAndGradients(x, ones(1), null, zeros(1, 3, 8, 8))).Message);
        Assert.Null(kernel.LossAndGradients(x.to(float64), ones(1), null, x));
        Assert.Throws<ArgumentException>(() => kernel.LossAndGradients(zeros(2, 3, 16, 16), ones(1), null, x));
    }

    [Fact]
    public void For_SizesThatDoNotSuit_IsNull()
    {
        using var narrow = new ContextUnet(3, 16, height: 8);
        Assert.Null(UnetKernel.For(narrow, 2, training: true));
        using var frozen = new ContextUnet(3, 32, height: 8);
        frozen.parameters().First().requires_grad_(false);
        Assert.Null(UnetKernel.For(frozen, 2, training: true));
        Assert.Equal(ProcessorVectors.IsSupported, UnetKernel.Suits(frozen, training: false));
    }

    [Fact]
    public void LossAndGradients_ManyTimes_LeaveNoTensorsBehind()
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        using var unet = new ContextUnet(3, 32, height: 8);
        using var kernel = UnetKernel.For(unet, 2, training: true)!;
        var x = randn(2, 3, 8, 8);
        kernel.LossAndGradients(x, ones(1), null, x);
        var before = scope.DisposablesCount;
        for (var i = 0; i < 5; i++) kernel.LossAndGradients(x, ones(1), null, x);
        Assert.True(kernel.MoveStatistics(x, ones(1), null));
        Assert.Equal(before + 1 + 5, scope.DisposablesCount);          // the ones of this test
    }

    // The weights of a fresh network leave some gradients near nothing.
    private static ContextUnet Network(int channels, int height, Generator generator)
    {
        var unet = new ContextUnet(channels, 32, 5, height, generator);
        using var _ = no_grad();
        foreach (var p in unet.parameters()) p.add_(randn(p.shape, generator: generator) * 0.05);
        return unet;
    }
}
