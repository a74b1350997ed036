using Diffusion.Models;
using Diffusion.Storage;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Tests.Models;

public class StepEmbeddingMlpTests
{
    private static StepEmbeddingMlp Published()
    {
        var model = new StepEmbeddingMlp();
        model.LoadWeights(PyTorchCheckpoint.Load(Golden.PathOf("mlp.pth")));
        return model;
    }

    private static Tensor Steps() => Golden.Array("mlp_t0.npy") + 1;

    [Fact]
    public void StateDict_OfTheDemosSize_HasThePublishedNames()
    {
        var weights = PyTorchCheckpoint.Load(Golden.PathOf("mlp.pth"));
        var state = new StepEmbeddingMlp().state_dict();
        Assert.Equal(weights.Keys.Order(), state.Keys.Order());
        Assert.All(weights, pair => Assert.Equal(pair.Value.shape, state[pair.Key].shape));
    }

    [Fact]
    public void Forward_WithThePublishedWeights_EqualsTheReference() =>
        Near.Equal(Golden.Array("mlp_out.npy"), Published().call(Golden.Array("mlp_xt.npy"), Steps()), 1e-5);

    [Fact]
    public void PredictNoise_AtOneStep_EqualsForward()
    {
        var model = Published();
        var xt = Golden.Array("mlp_xt.npy");
        foreach (var t in new[] { 1, 42, 100 })
            Near.Equal(model.call(xt, full(64, (long)t, dtype: ScalarType.Int64)), model.PredictNoise(xt, t), 1e-6);
    }

    // Three coordinates, or one, make as many numbers as some other count of points in the plane.
    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public void Network_OnPointsThatAreNotInThePlane_SaysSo(int coordinates)
    {
        using var generator = new Generator(1);
        foreach (var model in (NoiseModel[])[new StepEmbeddingMlp(), new SinusoidalMlp()])
        {
            var points = randn([1024, coordinates], generator: generator);
            var t = ones(1024, dtype: ScalarType.Int64);
            using var trainer = new Trainer(model, Diffusion.Schedules.NoiseSchedule.Linear(100), points, generator, new() { Steps = 2, BatchSize = 512 });
            foreach (var use in (Action[])[() => model.PredictNoise(points, 1), () => model.call(points, t), () => Assert.Single(trainer.Run().Take(1))])
                Assert.Contains("the data need [B, 2]", Assert.Throws<ArgumentException>(use).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void FiveAdamSteps_OnOneBatch_EqualTheReference()
    {
        var model = Published();
        using var parameters = new FlatParameters(model);
        using var adam = new FlatAdam(parameters);
        var (xt, t, eps) = (Golden.Array("mlp_xt.npy"), Steps(), Golden.Array("mlp_eps.npy"));
        foreach (var expected in Golden.Values.GetProperty("mlp_loss_and_grad_norm_of_5_clipped_adam_steps").EnumerateArray())
        {
            var loss = nn.functional.mse_loss(model.call(xt, t), eps);
            parameters.Gradients.zero_();
            loss.backward();
            using var _ = no_grad();
            using var norm = parameters.ClipGradients(1);
            adam.Step(1e-3);
            Assert.Equal(expected[0].GetDouble(), loss.item<float>(), 1e-5);
            Assert.Equal(expected[1].GetDouble(), norm.item<float>(), 1e-5);
        }
        Near.Equal(Golden.Array("mlp_out_after_5_steps.npy"), model.call(xt, t), 1e-5);
    }

    [Fact]
    public void Weights_FromOneSeed_AreReproducible()
    {
        using var first = new Generator(1);
        using var second = new Generator(1);
        var (a, b) = (new StepEmbeddingMlp(10, 8, first).state_dict(), new StepEmbeddingMlp(10, 8, second).state_dict());
        Assert.All(a, pair => Near.Equal(pair.Value, b[pair.Key], 0));
        Assert.All(a, pair => Assert.True(pair.Value.abs().max().item<float>() > 0));
    }

    [Fact]
    public void PredictNoise_OutsideItsSteps_Refuses()
    {
        using var model = new StepEmbeddingMlp(10, 8);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.PredictNoise(zeros(2, 2), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.PredictNoise(zeros(2, 2), 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepEmbeddingMlp(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepEmbeddingMlp(10, 0));
    }
}
