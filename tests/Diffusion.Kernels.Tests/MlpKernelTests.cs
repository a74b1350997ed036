using Diffusion.Acceleration;
using Diffusion.Models;
using Diffusion.Schedules;
using Diffusion.Tests;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Kernels.Tests;

/// <summary>The kernel against the module's own forward and against autograd.</summary>
public sealed class MlpKernelTests
{
    private const int T = 20;

    public static TheoryData<string, int, int> Networks => new(
        from network in new[] { "embedding", "sinusoidal" }
        from units in new[] { 32, 64 }
        from rows in new[] { 1, 6, 128, 300 }
        select (network, units, rows));

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_OfABatch_AreAutogradsOwn(string network, int units, int rows)
    {
        using var scope = NewDisposeScope();
        using var model = Network(network, units);
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        var (xt, t, eps) = Batch(rows);
        var loss = nn.functional.mse_loss(model.call(xt, t), eps);
        loss.backward();
        var expected = model.parameters().Select(parameter => parameter.grad!.clone()).ToList();
        foreach (var parameter in model.parameters()) parameter.grad!.fill_(1);                        // gradients are added to what is there
        var value = MlpTraining.For(MlpNetwork.Of(model)!)!.LossAndGradients(xt, t, null, eps);

        Assert.Equal(loss.item<float>(), value!.Value, 1e-5);
        double largest = expected.Max(gradient => gradient.abs().max().item<float>());
        foreach (var ((name, parameter), gradient) in model.named_parameters().Zip(expected))
            Assert.True(Near.Difference(gradient, parameter.grad! - 1) < 2e-6 * Math.Max(1, largest), name);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void PredictNoise_OfABatch_IsForwardsOwn(string network, int units, int rows)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var model = Network(network, units);
        var (xt, _, _) = Batch(rows);
        var expected = model.call(xt, full(rows, 7L, dtype: ScalarType.Int64));
        Assert.InRange((model.PredictNoise(xt, 7) - expected).abs().max().item<float>(), 0, 1e-5f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Forward_OnSeveralThreads_IsTheSame(int threads)
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        var shape = new MlpShape(2, 32, 3, 2, 0);
        var kernel = MlpKernel.For(shape)!;
        var random = new Random(1);
        var weights = Enumerable.Range(0, shape.LayerCount).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var x = Enumerable.Range(0, 2 * 5001).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var (alone, shared) = (new float[x.Length], new float[x.Length]);
        kernel.Forward(weights, x, alone, 1);
        kernel.Forward(weights, x, shared, threads);
        Assert.Equal(alone, shared);
        Assert.DoesNotContain(0f, alone[^20..]);
    }

    [Fact]
    public void PredictNoise_OfAViewThatIsNotInOrder_IsForwardsOwn()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var model = Network("embedding", 32);
        var xt = randn(2, 50, generator: new Generator(5)).t();
        var expected = model.call(xt, full(50, 7L, dtype: ScalarType.Int64));
        Assert.InRange((model.PredictNoise(xt, 7) - expected).abs().max().item<float>(), 0, 1e-5f);
    }

    [Fact]
    public void Training_WithAndWithoutTheKernel_EndsAtTheSameWeights()
    {
        using var scope = NewDisposeScope();
        var data = randn(200, 2, generator: new Generator(3));
        var options = new TrainingOptions { Steps = 30, BatchSize = 64 };
        using var model = Network("embedding", 32);
        using var other = Network("embedding", 32);
        Train(model, data, options);
        using (Accelerators.Off()) Train(other, data, options);
        foreach (var (mine, theirs) in model.parameters().Zip(other.parameters()))
            Assert.InRange((mine - theirs).abs().max().item<float>(), 0, 1e-4f);
    }

    [Fact]
    public void Train_WithAFrozenWeight_IsDeclined()
    {
        using var model = Network("embedding", 32);
        model.parameters().First().requires_grad_(false);
        Assert.Null(MlpTraining.For(MlpNetwork.Of(model)!));
    }

    private static void Train(nn.Module<Tensor, Tensor, Tensor> model, Tensor data, TrainingOptions options)
    {
        using var generator = new Generator(4);
        using var trainer = new Trainer(model, NoiseSchedule.Linear(T, 0.005, 0.3), data, generator, options);
        Assert.Equal(options.Steps, trainer.Run().Count());
    }

    private static NoiseModel Network(string name, int units) => name == "embedding"
        ? new StepEmbeddingMlp(T, units, new Generator(1))
        : new SinusoidalMlp(T, units, generator: new Generator(1));

    private static (Tensor Xt, Tensor T, Tensor Eps) Batch(int rows)
    {
        var generator = new Generator(2);
        return (randn(rows, 2, generator: generator), randint(1, T + 1, [rows], dtype: ScalarType.Int64, generator: generator),
            randn(rows, 2, generator: generator));
    }
}
