using Diffusion.Likelihood;
using Diffusion.Models;
using Diffusion.Schedules;
using Diffusion.Tests.Storage;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Tests.Training;

public sealed class TrainerOfPicturesTests : IDisposable
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(20, 0.005, 0.3);

    // 22 pictures: six steps an epoch, the last with two pictures
    private static readonly TrainingOptions Short = new() { Epochs = 3, BatchSize = 4, Decay = LearningRateDecay.LinearByEpoch, EmaDecay = 0.9 };

    private readonly Generator _generator = new(1);
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _generator.Dispose();
        _folder.Dispose();
    }

    private static (Tensor Images, Tensor Contexts) Pictures()
    {
        using var random = new Generator(5);
        var images = rand([22, 2, 8, 8], generator: random) * 0.4 - 0.2;
        var classes = arange(22, dtype: ScalarType.Int64).remainder(3);
        return (images + (classes.view(-1, 1, 1, 1) - 1) * 0.7, nn.functional.one_hot(classes, 3).to(ScalarType.Float32));
    }

    // With 16 features a kernel does the work where the processor has one, with 8 the tensor engine.
    private static ContextUnet Network(int features = 8, ulong seed = 2)
    {
        using var weights = new Generator(seed);
        return new ContextUnet(channels: 2, features: features, contextSize: 3, height: 8, generator: weights);
    }

    private static Trainer Training(ContextUnet unet, Generator generator, TrainingOptions? options = null, bool conditional = true)
    {
        var (images, contexts) = Pictures();
        return new Trainer(unet, Schedule, images, conditional ? contexts : null, generator, options ?? Short);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_OverManyEpochs_LowersTheLoss(bool conditional)
    {
        using var trainer = Training(Network(), _generator, Short with { Epochs = 20 }, conditional);
        var steps = trainer.Run().ToList();
        Assert.Equal(120, steps.Count);
        Assert.Equal(Enumerable.Range(0, 20), steps.Where(step => step.EndsEpoch).Select(step => step.Epoch));
        Assert.Equal(trainer.Losses.data<float>().ToArray().Select(loss => (double)loss), steps.Select(step => step.Loss));
        Assert.Equal(20, trainer.EpochLosses.Count);
        Assert.Equal(steps.Take(6).Average(step => step.Loss), trainer.EpochLosses[0], 1e-6);
        Assert.True(trainer.EpochLosses.TakeLast(3).Average() < 0.6 * trainer.EpochLosses[0], string.Join(" ", trainer.EpochLosses));
    }

    [Fact]
    public void Run_EveryStep_EqualsThePlainLoopWithTorchsOwnAdam() => RequireThePlainLoop(0, plain => optim.Adam(plain.parameters(), 1e-3));

    [Fact]
    public void Run_WithADecay_EqualsThePlainLoopWithTorchsOwnAdamW() =>
        RequireThePlainLoop(3, plain => optim.AdamW(plain.parameters(), 1e-3, weight_decay: 3));

    private void RequireThePlainLoop(double weightDecay, Func<ContextUnet, optim.Optimizer> optimizer)
    {
        var options = Short with { EmaDecay = 0, WeightDecay = weightDecay };
        var unet = Network();
        using var trainer = Training(unet, _generator, options);
        var losses = trainer.Run().Take(8).Select(step => step.Loss).ToList();

        using var other = new Generator(1);
        var plain = Network();
        var (images, contexts) = Pictures();
        var adam = optimizer(plain);
        var rows = zeros(0);
        for (var i = 0; i < 8; i++)
        {
            if (i % 6 == 0) rows = randperm(22, dtype: ScalarType.Int64, generator: other);
            foreach (var group in adam.ParamGroups) group.LearningRate = 1e-3 * (1 - i / 6 / 3.0);
            var batch = rows.narrow(0, i % 6 * 4, i % 6 == 5 ? 2 : 4);
            var x0 = images[batch];
            var eps = randn(x0.shape, generator: other);
            var t = randint(1, 21, [x0.shape[0]], dtype: ScalarType.Int64, generator: other);
            var shown = contexts[batch] * (rand([x0.shape[0], 1], generator: other) >= 0.1);
            var loss = (plain.call(Schedule.AddNoise(x0, t, eps), t / 20.0, shown) - eps).square().mean();
            Assert.Equal(loss.item<float>(), losses[i], 1e-4);
            adam.zero_grad();
            loss.backward();
            adam.step();
        }
        // Not the biases: what follows takes a mean away, so that theirs is nothing but rounding, which Adam makes large.
        var state = unet.state_dict().Where(pair => pair.Key.EndsWith("weight", StringComparison.Ordinal));
        Assert.All(state, pair => Near.Equal(plain.state_dict()[pair.Key], pair.Value, 1e-3));
    }

    // The loss of the first step, by hand, from the same draws: with kernels (32 features) and without.
    [Theory]
    [MemberData(nameof(TargetsAndWeightings))]
    public void Run_WithATargetAndAWeighting_LearnsFromTheirLoss(PredictionTarget target, LossWeighting weighting, int features)
    {
        var unet = Network(features);
        var plain = unet.Copy();
        using var trainer = Training(unet, _generator, Short with { Target = target, Weighting = weighting }, conditional: false);
        var loss = trainer.Run().First().Loss;

        using var other = new Generator(1);
        var x0 = Pictures().Images[randperm(22, dtype: ScalarType.Int64, generator: other).narrow(0, 0, 4)];
        var eps = randn(x0.shape, generator: other);
        var t = randint(1, 21, [4], dtype: ScalarType.Int64, generator: other);
        var output = plain.call(Schedule.AddNoise(x0, t, eps), t / 20.0, null);
        double expected = 0;
        foreach (var i in Enumerable.Range(0, 4))
        {
            var step = (int)t[i].item<long>();
            var weight = weighting == LossWeighting.MinSnr ? Schedule.MinSnr(step, target) : 1;
            expected += weight * (output[i] - Schedule.TargetOf(target, x0[i], eps[i], step)).square().mean().item<float>() / 4;
        }
        Assert.Equal(expected, loss, 1e-4 * expected);
    }

    public static TheoryData<PredictionTarget, LossWeighting, int> TargetsAndWeightings => new(
        from target in Enum.GetValues<PredictionTarget>()
        from weighting in Enum.GetValues<LossWeighting>()
        from features in new[] { 8, 32 }
        select (target, weighting, features));

    [Theory]
    [MemberData(nameof(TargetsAndWeightings))]
    public void Predictor_OfANetworkTrainedForATarget_GuessesTheNoise(PredictionTarget target, LossWeighting weighting, int features)
    {
        var unet = Network(features);
        using var trainer = Training(unet, _generator, Short with { Epochs = 30, Target = target, Weighting = weighting }, conditional: false);
        _ = trainer.Run().Count();
        trainer.CopyAverageToModel();
        var x0 = Pictures().Images;
        var eps = Noise.Like(x0, _generator);
        var epsHat = unet.Predictor(Schedule, target: target)(Schedule.AddNoise(x0, 10, eps), 10);
        double error = (epsHat - eps).square().mean().item<float>();
        Assert.True(error < 0.5, $"{error}");                      // a guess of 0 would have 1
    }

    [Fact]
    public void Run_InOneEpoch_ShowsEveryPictureOnceAndAlmostEveryContext()
    {
        // Pictures that are their own number and no noise worth speaking of: what the network sees tells what was drawn.
        var seen = new List<float>();
        int hidden = 0, shown = 0;
        var images = (arange(22, dtype: ScalarType.Float32) / 22).view(-1, 1, 1, 1).expand(22, 2, 8, 8).contiguous();
        var unet = Network();
        using var trainer = new Trainer(unet, NoiseSchedule.Linear(5, 1e-9, 1e-9), images, ones(22, 3), _generator,
            Short with { Epochs = 40, ContextDropout = 0.25 });
        unet.register_forward_pre_hook((_, x, time, context) =>
        {
            seen.AddRange(x.mean([1, 2, 3]).data<float>().ToArray());
            hidden += context!.sum(1).data<float>().ToArray().Count(sum => sum == 0);
            shown += context.sum(1).data<float>().ToArray().Count(sum => sum == 3);
            Assert.InRange(time.min().item<float>(), 0.2f, 1);
            return (x, time, context);
        });
        foreach (var step in trainer.Run())
        {
            if (!step.EndsEpoch) continue;
            var numbers = seen.Select(mean => (int)Math.Round(mean * 22)).ToList();
            Assert.Equal(Enumerable.Range(0, 22), numbers.Order());
            Assert.NotEqual(Enumerable.Range(0, 22), numbers);
            seen.Clear();
        }
        Assert.Equal(22 * 40, hidden + shown);
        Assert.InRange(hidden, 160, 280);
    }

    // What a training is, to the last bit.
    private static Dictionary<string, Tensor> Everything(ContextUnet unet, Trainer trainer)
    {
        var all = unet.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        all["losses"] = trainer.Losses;
        using (trainer.ApplyAverage())
            foreach (var (key, value) in unet.state_dict()) all[$"average.{key}"] = value.clone();
        return all;
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(6, 16)]
    [InlineData(9, 8)]
    [InlineData(9, 16)]
    [InlineData(17, 8)]
    [InlineData(9, 32, PredictionTarget.Velocity, LossWeighting.MinSnr)]
    [InlineData(9, 8, PredictionTarget.Image, LossWeighting.MinSnr)]
    public void LoadState_AfterAStop_GoesOnBitForBit(
        int stopAt, int features, PredictionTarget target = PredictionTarget.Noise, LossWeighting weighting = LossWeighting.Simple)
    {
        var options = Short with { Target = target, Weighting = weighting };
        var path = _folder.File("state.safetensors");
        var whole = Network(features);
        using var uninterrupted = Training(whole, _generator, options);
        Assert.Equal(18, uninterrupted.Run().Count());
        var expected = Everything(whole, uninterrupted);

        using (var first = new Generator(1))
        using (var stopped = Training(Network(features), first, options))
        {
            Assert.Equal(stopAt, stopped.Run().Take(stopAt).Count());
            stopped.SaveState(path);
            Assert.InRange(stopped.Run().Take(3).Count(), 1, 3);     // what is done after the save must not matter
        }

        using var other = new Generator(99);                       // another seed and other weights: all comes from the file
        var unet = Network(features, seed: 77);
        using var resumed = Training(unet, other, options);
        resumed.LoadState(path);
        Assert.Equal(stopAt, resumed.StepsDone);
        Assert.Equal(18 - stopAt, resumed.Run().Count());
        var actual = Everything(unet, resumed);
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.All(expected, pair => Near.Equal(pair.Value, actual[pair.Key], 0));
    }

    [Fact]
    public void Run_Cancelled_StopsBetweenTwoStepsAndCanGoOn()
    {
        using var trainer = Training(Network(), _generator);
        using var source = new CancellationTokenSource();
        var told = new List<int>();
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var step in trainer.Run(new Told(told), source.Token))
                if (step.Number == 8) source.Cancel();
        });
        Assert.Equal(8, trainer.StepsDone);
        Assert.Equal(Enumerable.Range(1, 8), told);
        Assert.Equal(10, trainer.Run().Count());
    }

    [Fact]
    public void LoadState_OfAnotherTraining_SaysWhatDiffersAndChangesNothing()
    {
        var path = _folder.File("state.safetensors");
        using (var other = Training(Network(seed: 3), _generator, Short with { BatchSize = 5 })) other.SaveState(path);
        var unet = Network();
        using var trainer = Training(unet, _generator);
        Assert.Equal(2, trainer.Run().Take(2).Count());
        var before = Everything(unet, trainer);
        Assert.Contains("BatchSize = 5", Assert.Throws<InvalidDataException>(() => trainer.LoadState(path)).Message, StringComparison.Ordinal);

        var (images, contexts) = Pictures();
        using (var fewer = new Trainer(Network(), Schedule, images.narrow(0, 0, 21), contexts.narrow(0, 0, 21), _generator, Short))
            fewer.SaveState(path);
        Assert.Contains("'order' is [21]", Assert.Throws<InvalidDataException>(() => trainer.LoadState(path)).Message, StringComparison.Ordinal);

        using (var longer = new Trainer(Network(), NoiseSchedule.Linear(1000), images, contexts, _generator, Short)) longer.SaveState(path);
        Assert.Contains("schedule T = 1000", Assert.Throws<InvalidDataException>(() => trainer.LoadState(path)).Message, StringComparison.Ordinal);

        Diffusion.Storage.SafetensorsFile.Save(path, unet.state_dict());
        Assert.Contains("not the state of a training", Assert.Throws<InvalidDataException>(() => trainer.LoadState(path)).Message, StringComparison.Ordinal);
        Assert.All(Everything(unet, trainer), pair => Near.Equal(before[pair.Key], pair.Value, 0));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void ApplyAverage_WhileInUse_PutsAverageAndItsStatisticsInPlace(int features)
    {
        var unet = Network(features);
        var (images, _) = Pictures();
        using var trainer = Training(unet, _generator, Short with { Epochs = 6 }, conditional: false);
        var shadow = zeros(1);
        foreach (var step in trainer.Run())
        {
            var mu = Math.Max(0.1, 1.0 / step.Number);
            shadow = mu * unet.state_dict()["up1.model.0.weight"] + (1 - mu) * shadow;
        }
        var last = unet.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        var random = _generator.get_state();
        using (trainer.ApplyAverage())
        {
            var state = unet.state_dict();
            Near.Equal(shadow, state["up1.model.0.weight"], 1e-6);
            // The first convolution's statistics by hand: over many noisy pictures its output's mean and variance.
            using var frozen = no_grad();
            using var other = new Generator(44);
            var draw = new NoisyDraw(Schedule, other, CPU);
            var xt = draw.Perturb(images.repeat([200, 1, 1, 1])).Xt;
            var y = nn.functional.conv2d(xt, state["init_conv.conv1.0.weight"], state["init_conv.conv1.0.bias"], padding: [1, 1]);
            Near.Equal(y.mean([0, 2, 3]), state["init_conv.conv1.1.running_mean"], 0.1);
            var variance = y.var([0, 2, 3]);
            Near.Equal(ones(features), state["init_conv.conv1.1.running_var"] / variance, 0.2);
        }
        Assert.All(unet.state_dict(), pair => Near.Equal(last[pair.Key], pair.Value, 0));
        Near.Equal(random, _generator.get_state(), 0);
        trainer.CopyAverageToModel();
        Near.Equal(shadow, unet.state_dict()["up1.model.0.weight"], 1e-6);
    }

    [Fact]
    public void Construction_FromWhatDoesNotFit_SaysWhat()
    {
        var (images, contexts) = Pictures();
        void Refused<T>(string word, Tensor pictures, Tensor? labels, TrainingOptions? options = null) where T : ArgumentException =>
            Assert.Contains(word, Assert.ThrowsAny<T>(
                () => new Trainer(Network(), Schedule, pictures, labels, _generator, options ?? Short)).Message, StringComparison.Ordinal);
        Refused<ArgumentException>("[22, 2, 4, 8]", images.narrow(2, 0, 4), null);
        Refused<ArgumentException>("[21, 3]", images, contexts.narrow(0, 0, 21));
        Refused<ArgumentException>("[22, 2]", images, contexts.narrow(1, 0, 2));
        Refused<ArgumentException>("Pictures must be float32 from −1 to 1; these are bytes", images.to(ScalarType.Byte), null);
        Refused<ArgumentOutOfRangeException>("Epochs", images, null, Short with { Epochs = 0 });
        Refused<ArgumentOutOfRangeException>("BatchSize", images, null, Short with { BatchSize = 0 });
        Refused<ArgumentOutOfRangeException>("LearningRate", images, null, Short with { LearningRate = 0 });
        Refused<ArgumentOutOfRangeException>("ContextDropout", images, null, Short with { ContextDropout = 1.1 });
        Refused<ArgumentOutOfRangeException>("EmaDecay", images, null, Short with { EmaDecay = 1 });
        Refused<ArgumentOutOfRangeException>("WeightDecay", images, null, Short with { WeightDecay = -1 });
        Refused<ArgumentOutOfRangeException>("Target", images, null, Short with { Target = (PredictionTarget)7 });
        Refused<ArgumentOutOfRangeException>("Weighting", images, null, Short with { Weighting = (LossWeighting)7 });
    }

    [Fact]
    public void Run_WhereMemoryRunsOut_TellsTheRemedy()
    {
        var unet = Network();
        using var trainer = Training(unet, _generator);
        unet.register_forward_pre_hook((_, x, time, context) => (zeros(1L << 46), time, context));
        var problem = Assert.Throws<InvalidOperationException>(() => trainer.Run().First());
        Assert.Contains("batch of 4 pictures [2, 8, 8]", problem.Message, StringComparison.Ordinal);
        Assert.Contains("smaller batch", problem.Message, StringComparison.Ordinal);
    }

    // Classes whose number suits nothing, pictures higher than wide, the attention kernel where the processor has it.
    [Fact]
    public void LoadState_OfAnAttentionNetwork_GoesOnBitForBit()
    {
        var path = _folder.File("state.safetensors");
        var options = Short with { Epochs = 2, Target = PredictionTarget.Velocity, Weighting = LossWeighting.MinSnr, WeightDecay = 0.01 };
        var images = rand([6, 2, 16, 8], generator: _generator) * 2 - 1;
        var contexts = nn.functional.one_hot(arange(6, dtype: ScalarType.Int64), 7).to(ScalarType.Float32);
        (AttentionUnet, Trainer) Make(ulong weightSeed, Generator random)
        {
            using var weights = new Generator(weightSeed);
            var unet = new AttentionUnet(2, 4, 8, 7, weights);
            return (unet, new Trainer(unet, Schedule, images, contexts, random, options));
        }
        using Generator first = new(1), second = new(1), third = new(99);
        var (whole, uninterrupted) = Make(3, first);
        Assert.Equal(4, uninterrupted.Run().Count());
        var (_, stopped) = Make(3, second);
        Assert.Equal(3, stopped.Run().Take(3).Count());
        stopped.SaveState(path);
        var (other, resumed) = Make(4, third);
        resumed.LoadState(path);
        Assert.Single(resumed.Run());
        Near.Equal(uninterrupted.Losses, resumed.Losses, 0);
        Assert.All(whole.state_dict(), pair => Near.Equal(pair.Value, other.state_dict()[pair.Key], 0));
        using (uninterrupted.ApplyAverage())
        using (resumed.ApplyAverage())
            Assert.All(whole.state_dict(), pair => Near.Equal(pair.Value, other.state_dict()[pair.Key], 0));
        foreach (var trainer in (Trainer[])[uninterrupted, stopped, resumed]) trainer.Dispose();
    }

    [Fact]
    public void Construction_OfAnAttentionNetworkForOtherPictures_SaysWhat()
    {
        ArgumentException Refused(long height, long width, Tensor? contexts = null) => Assert.ThrowsAny<ArgumentException>(() =>
            new Trainer(new AttentionUnet(2, 4, 8, 3), Schedule, zeros(5, 2, height, width), contexts, _generator, Short));
        Assert.Contains("[5, 2, 12, 16]", Refused(12, 16).Message, StringComparison.Ordinal);
        Assert.Contains("8 divides", Refused(16, 20).Message, StringComparison.Ordinal);
        Assert.Contains("[5, 2]", Refused(8, 8, zeros(5, 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LearningRate_EpochByEpoch_FallsInALine()
    {
        var options = SpriteRecipe.Options;
        Assert.Equal(1e-3, options.LearningRateAt(1, stepsPerEpoch: 7));
        Assert.Equal(1e-3, options.LearningRateAt(7, stepsPerEpoch: 7));
        Assert.Equal(0.5e-3, options.LearningRateAt(16 * 7 + 1, stepsPerEpoch: 7), 1e-12);
        Assert.Equal(1e-3 / 32, options.LearningRateAt(32 * 7, stepsPerEpoch: 7), 1e-12);
    }

    private sealed class Told(List<int> list) : IProgress<int>
    {
        public void Report(int value) => list.Add(value);
    }
}
