using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Schedules;
using Diffusion.Storage;
using Diffusion.Tests.Storage;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Tests.Models;

public class ContextUnetTests
{
    private const double Forward = 1e-4, ManySteps = 2e-3;         // relative to the largest value

    private static ContextUnet Published()
    {
        var unet = new ContextUnet();
        Assert.Empty(unet.LoadWeights(Golden.PathOf("context_unet.pth")));
        unet.eval();
        return unet;
    }

    private static Tensor Times() => Golden.Array("unet_t.npy").to(ScalarType.Float32) / 500;

    private static void NearRelative(Tensor expected, Tensor actual, double tolerance) =>
        Near.Equal(expected, actual, tolerance * expected.abs().max().item<float>());

    // β₀ stays inside every ᾱ of the course's tables.
    private static NoiseSchedule CourseSchedule()
    {
        var beta = Golden.Numbers("schedules", "course_500", "beta");
        return NoiseSchedule.FromBetas([1 - (1 - beta[0]) * (1 - beta[1]), .. beta[2..]]);
    }

    [Fact]
    public void StateDict_OfTheCoursesSize_HasThePublishedNamesAndShapes()
    {
        var published = Golden.Values.GetProperty("context_unet_state").EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value.EnumerateArray().Select(size => size.GetInt64()).ToArray());
        var state = new ContextUnet().state_dict();
        Assert.Equal(published.Keys.Order(), state.Keys.Order());
        Assert.All(published, entry => Assert.Equal(entry.Value, state[entry.Key].shape));
    }

    [Fact]
    public void Forward_InEvalMode_EqualsTheReference()
    {
        using var _ = no_grad();
        var unet = Published();
        var (xt, context) = (Golden.Array("unet_xt.npy"), Golden.Array("unet_context.npy"));
        NearRelative(Golden.Array("unet_out_eval.npy"), unet.call(xt, Times(), context), Forward);
        NearRelative(Golden.Array("unet_out_eval_no_context.npy"), unet.call(xt, Times(), null), Forward);
        NearRelative(Golden.Array("unet_out_eval_broadcast_t.npy"), unet.call(xt, full([1, 1, 1, 1], 0.5f), context), Forward);
    }

    [Fact]
    public void Predictor_AtOneStep_EqualsTheReference()
    {
        var unet = Published();
        var predictor = unet.Predictor(NoiseSchedule.Linear(500), Golden.Array("unet_context.npy"));
        NearRelative(Golden.Array("unet_out_eval_broadcast_t.npy"), predictor(Golden.Array("unet_xt.npy"), 250), Forward);
    }

    [Fact]
    public void Predictor_OfANetworkTrainedFurther_KeepsTheWeightsItWasMadeFrom()
    {
        using var generator = new Generator(1);
        var unet = new ContextUnet(features: 8, generator: generator);
        var x = randn([2, 3, 16, 16], generator: generator);
        unet.call(x, ones(2), null);                               // running statistics that are not at their start
        var predictor = unet.Predictor(NoiseSchedule.Linear(10));
        Assert.True(unet.training);
        unet.eval();
        Tensor before;
        using (no_grad())
        {
            before = unet.call(x, full(1, 0.3f), null);
            foreach (var weight in unet.parameters()) weight.zero_();
        }
        var predicted = predictor(x, 3);
        NearRelative(before, predicted, 1e-5);
        Assert.False(predicted.requires_grad);
        Assert.Throws<ArgumentOutOfRangeException>(() => predictor(x, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => predictor(x, 11));
    }

    [Fact]
    public void ThreeAdamSteps_OnOneBatch_EqualTheReference()
    {
        var unet = Published();
        unet.train();
        using var optimizer = new FlatOptimizer(unet, emaDecay: 0);
        var (xt, context, eps) = (Golden.Array("unet_xt.npy"), Golden.Array("unet_context.npy"), Golden.Array("unet_noise.npy"));
        foreach (var expected in Golden.Values.GetProperty("unet_loss_and_grad_norm_of_3_adam_steps").EnumerateArray())
        {
            var loss = nn.functional.mse_loss(unet.call(xt, Times(), context), eps);
            optimizer.Parameters.Gradients.zero_();
            loss.backward();
            Assert.Equal(1, loss.item<float>() / expected[0].GetDouble(), 1e-4);
            Assert.Equal(1, optimizer.Parameters.Gradients.norm().item<float>() / expected[1].GetDouble(), 1e-3);
            optimizer.Step(1e-3);
        }
    }

    [Fact]
    public void AncestralSteps_WithTheNoiseGiven_EqualTheReference()
    {
        using var _ = no_grad();
        var schedule = NoiseSchedule.FromBetas(Golden.Numbers("schedules", "linear_20", "beta")[1..]);
        var predictor = Published().Predictor(schedule);
        var (x, noise, path) = (Golden.Array("sampler_start.npy"), Golden.Array("ddpm_noise.npy"), Golden.Array("ddpm_path.npy"));
        foreach (var (t, s) in schedule.Steps(20))
        {
            var jump = schedule.Jump(t, s);
            x = jump.MeanXt * x + jump.MeanEps * predictor(x, t) + Math.Sqrt(schedule.Beta[t]) * noise[t - 1];
            NearRelative(path[20 - t], x, ManySteps);
        }
    }

    [Fact]
    public void DdimSteps_WithContext_EqualTheReference()
    {
        var schedule = CourseSchedule();
        var predictor = Published().Predictor(schedule, Golden.Array("unet_context.npy").narrow(0, 0, 2));
        var path = Golden.Array("ddim_path.npy");
        var sampler = new DdimSampler(schedule) { Steps = 25 };
        foreach (var step in sampler.Run(predictor, Golden.Array("sampler_start.npy")))
            NearRelative(path[step.Number - 1], step.X, ManySteps);
    }

    [Fact]
    public void LoadWeights_WithoutTheShortcut_PutsZerosThereAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("course.safetensors");
        var weights = PyTorchCheckpoint.Load(Golden.PathOf("context_unet.pth"));
        weights.Remove("init_conv.shortcut.weight");
        SafetensorsFile.Save(path, weights.Where(pair => pair.Key != "init_conv.shortcut.bias").ToDictionary());
        using var generator = new Generator(1);
        var unet = new ContextUnet(generator: generator);
        Assert.Contains("zeros stand in", Assert.Single(unet.LoadWeights(path)), StringComparison.Ordinal);
        Assert.Equal(0, unet.state_dict()["init_conv.shortcut.weight"].abs().max().item<float>());
        Near.Equal(weights["out.3.weight"], unet.state_dict()["out.3.weight"], 0);

        SafetensorsFile.Save(path, weights);                       // half a shortcut is damage, not the course's way
        Assert.Throws<InvalidDataException>(() => unet.LoadWeights(path));
    }

    [Theory]
    [InlineData(1, 8, 10, 28)]
    [InlineData(3, 24, 5, 4)]
    [InlineData(4, 16, 1, 32)]
    public void Forward_AtOtherSizes_GivesNoiseOfThePicturesShape(int channels, int features, int contextSize, int height)
    {
        using var generator = new Generator(3);
        var unet = new ContextUnet(channels, features, contextSize, height, generator);
        var x = randn([2, channels, height, height], generator: generator);
        var plain = unet.call(x, tensor(new[] { 0.1f, 0.9f }), null);
        Assert.Equal(x.shape, plain.shape);
        var context = ones(2, contextSize);
        Assert.True(Near.Difference(plain, unet.call(x, tensor(new[] { 0.1f, 0.9f }), context)) > 0);
        Assert.True(Near.Difference(plain, unet.call(x, tensor(new[] { 0.9f, 0.1f }), null)) > 0);
    }

    [Fact]
    public void Weights_FromOneSeed_AreReproducible()
    {
        using var first = new Generator(1);
        using var second = new Generator(1);
        var (a, b) = (new ContextUnet(features: 8, generator: first).state_dict(), new ContextUnet(features: 8, generator: second).state_dict());
        Assert.All(a, pair => Near.Equal(pair.Value, b[pair.Key], 0));
        var bound = 1 / Math.Sqrt(3 * 9);
        var weight = a["init_conv.conv1.0.weight"].abs();
        Assert.InRange(weight.max().item<float>(), 0.9 * bound, bound);
        Near.Equal(ones(8), a["out.1.weight"], 0);
        Near.Equal(zeros(8), a["out.1.bias"], 0);
    }

    [Fact]
    public void BadSizesAndShapes_AreRefusedInWords()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContextUnet(channels: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContextUnet(contextSize: 0));
        Assert.Contains("multiple of 8", Assert.Throws<ArgumentOutOfRangeException>(() => new ContextUnet(features: 12)).Message, StringComparison.Ordinal);
        Assert.Contains("multiple of 4", Assert.Throws<ArgumentOutOfRangeException>(() => new ContextUnet(height: 18)).Message, StringComparison.Ordinal);
        var unet = new ContextUnet(features: 8);
        var x = zeros(2, 3, 16, 16);
        Assert.Contains("[2, 3, 8, 8]", Assert.Throws<ArgumentException>(() => unet.call(zeros(2, 3, 8, 8), ones(1), null)).Message, StringComparison.Ordinal);
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => unet.call(x, ones(3), null)).Message, StringComparison.Ordinal);
        Assert.Contains("[2, 4]", Assert.Throws<ArgumentException>(() => unet.call(x, ones(2), zeros(2, 4))).Message, StringComparison.Ordinal);
        Assert.Contains("3 contexts for 2", Assert.Throws<ArgumentException>(() => unet.call(x, ones(2), zeros(3, 5))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => unet.Predictor(NoiseSchedule.Linear(10), zeros(5)));
    }
}
