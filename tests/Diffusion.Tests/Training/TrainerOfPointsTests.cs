using Diffusion.Data;
using Diffusion.Metrics;
using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Schedules;
using Diffusion.Tests.Storage;
using Diffusion.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Training;

public class TrainerOfPointsTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(20, 0.005, 0.3);
    private static readonly TrainingOptions Short = DemoRecipe.Options with { Steps = 60, BatchSize = 64, LearningRate = 5e-3 };

    private static (StepEmbeddingMlp Model, Tensor Data) Setting(Generator generator) =>
        (new StepEmbeddingMlp(20, 16, generator), PointSets.SCurve(500, generator));

    [Fact]
    public void Run_OverSixtySteps_LowersTheLoss()
    {
        using var generator = new Generator(1);
        var (model, data) = Setting(generator);
        using var trainer = new Trainer(model, Schedule, data, generator, Short);
        var steps = trainer.Run().ToList();
        var losses = trainer.Losses.data<float>().ToArray();
        Assert.Equal(Enumerable.Range(1, 60), steps.Select(step => step.Number));
        Assert.Equal(losses.Select(loss => (double)loss), steps.Select(step => step.Loss));
        Assert.True(losses[50..].Average() < 0.8 * losses[..5].Average(), string.Join(" ", losses));
    }

    [Theory]
    [InlineData(StepSampling.Uniform)]
    [InlineData(StepSampling.Antithetic)]
    public void Run_EveryStep_EqualsThePlainLoopWithTorchsOwnAdam(StepSampling sampling)
    {
        var options = Short with { Steps = 8, StepSampling = sampling, MaxGradientNorm = 0.3, EmaDecay = 0 };
        using var generator = new Generator(2);
        var (model, data) = Setting(generator);
        using var other = new Generator(2);
        var (plain, _) = Setting(other);

        using var trainer = new Trainer(model, Schedule, data, generator, options);
        var losses = trainer.Run().Select(step => step.Loss).ToList();

        var adam = optim.Adam(plain.parameters(), options.LearningRate);
        var draw = new NoisyDraw(Schedule, other, CPU) { StepSampling = sampling };
        for (var i = 0; i < 8; i++)
        {
            var (xt, t, eps) = draw.Perturb(data[randint(500, [options.BatchSize], dtype: ScalarType.Int64, generator: other)]);
            var loss = (plain.call(xt, t) - eps).square().mean();
            Assert.Equal(loss.item<float>(), losses[i], 1e-5);
            adam.zero_grad();
            loss.backward();
            nn.utils.clip_grad_norm_(plain.parameters(), 0.3);
            adam.step();
        }
        var state = model.state_dict();
        Assert.All(plain.state_dict(), pair => Near.Equal(pair.Value, state[pair.Key], 1e-5));
    }

    [Fact]
    public void Draw_OfAntitheticSteps_PairsEarlyAndLate()
    {
        using var generator = new Generator(3);
        var draw = new NoisyDraw(Schedule, generator, CPU) { StepSampling = StepSampling.Antithetic };
        var t = draw.Perturb(zeros(7, 2)).T.data<long>().ToArray();
        Assert.Equal(7, t.Length);
        Assert.All(t, step => Assert.InRange(step, 1, 20));
        for (var i = 0; i < 3; i++) Assert.Equal(21, t[i] + t[i + 4]);
    }

    [Fact]
    public void Draw_OfUniformSteps_HoldsEveryStepAlike()
    {
        using var generator = new Generator(3);
        var draw = new NoisyDraw(Schedule, generator, CPU);
        var (xt, t, eps) = draw.Perturb(ones(20_000, 2));
        var counts = t.data<long>().ToArray().CountBy(step => step).ToDictionary();
        Assert.Equal(20, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 850, 1150));
        Near.Equal(Schedule.AddNoise(ones(20_000, 2), t, eps), xt, 1e-6);
    }

    [Fact]
    public void Run_NotAskedForMore_DoesNotWorkAhead()
    {
        using var generator = new Generator(4);
        var (model, data) = Setting(generator);
        using var trainer = new Trainer(model, Schedule, data, generator, Short);
        var run = trainer.Run();
        Assert.Equal(0, trainer.Losses.numel());
        Assert.Equal(5, run.Take(5).Count());
        Assert.Equal(5, trainer.Losses.numel());
        Assert.Equal(6, trainer.Run().First().Number);
    }

    [Fact]
    public void Run_Cancelled_StopsAndCanGoOn()
    {
        using var generator = new Generator(5);
        var (model, data) = Setting(generator);
        using var trainer = new Trainer(model, Schedule, data, generator, Short);
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var step in trainer.Run(cancellation: source.Token))
                if (step.Number == 10) source.Cancel();
        });
        Assert.Equal(50, trainer.Run().Count());
    }

    [Fact]
    public void Run_WithProgress_TellsAHundredTimesAtMost()
    {
        using var generator = new Generator(6);
        var (model, data) = Setting(generator);
        var told = new List<int>();
        using var trainer = new Trainer(model, Schedule, data, generator, Short with { Steps = 250, BatchSize = 2 });
        Assert.Equal(250, trainer.Run(new Told(told)).Count());
        Assert.InRange(told.Count, 50, 100);
        Assert.Equal(250, told[^1]);
    }

    [Fact]
    public void ApplyAverage_WhileInUse_PutsTheAverageInPlace()
    {
        using var generator = new Generator(7);
        var (model, data) = Setting(generator);
        using var trainer = new Trainer(model, Schedule, data, generator, Short with { Steps = 30, EmaDecay = 0.8 });
        var weights = new List<Tensor>();
        foreach (var _ in trainer.Run()) weights.Add(model.state_dict()["linears.0.weight"].clone());

        // shadow ← μ·new + (1 − μ)·shadow, the n-th of the first five with μ = 1/n
        var shadow = zeros_like(weights[0]);
        for (var n = 1; n <= 30; n++)
        {
            var mu = Math.Max(0.2, 1.0 / n);
            shadow = mu * weights[n - 1] + (1 - mu) * shadow;
        }
        using (trainer.ApplyAverage()) Near.Equal(shadow, model.state_dict()["linears.0.weight"], 1e-6);
        Near.Equal(weights[^1], model.state_dict()["linears.0.weight"], 0);
        trainer.CopyAverageToModel();
        Near.Equal(shadow, model.state_dict()["linears.0.weight"], 1e-6);
    }

    [Fact]
    public void Dispose_OfTheTrainer_LeavesTheModelUsable()
    {
        using var generator = new Generator(8);
        var (model, data) = Setting(generator);
        using (var trainer = new Trainer(model, Schedule, data, generator, Short with { Steps = 3 }))
            Assert.Equal(3, trainer.Run().Count());
        Assert.True(model.PredictNoise(data, 5).isfinite().all().item<bool>());
        var optimizer = optim.Adam(model.parameters());
        model.call(data, ones([500L], dtype: ScalarType.Int64)).square().mean().backward();
        optimizer.step();
    }

    [Fact]
    public void LearningRate_AlongTheSteps_WarmsUpAndFalls()
    {
        var options = new TrainingOptions { Steps = 100, LearningRate = 1, Decay = LearningRateDecay.Cosine, WarmupSteps = 10 };
        double At(int step) => options.LearningRateAt(step, stepsPerEpoch: 100);
        Assert.Equal(0.1, At(1), 1e-3);
        Assert.Equal(0.5, At(5), 1e-2);
        Assert.Equal(0.5, At(51), 1e-9);
        Assert.InRange(At(100), 1e-9, 1e-3);
        Assert.All(Enumerable.Range(11, 89), step => Assert.True(At(step + 1) < At(step)));
        Assert.Equal(1e-3, new TrainingOptions { Steps = 20_000 }.LearningRateAt(12_345, 20_000));
        Assert.Equal(At(37), (options with { Steps = null, Epochs = 4 }).LearningRateAt(37, stepsPerEpoch: 25), 1e-12);
    }

    // What a network on the plane guesses besides ε, and how its errors count, in the loop that pictures take.
    [Theory]
    [InlineData(PredictionTarget.Velocity, LossWeighting.Simple)]
    [InlineData(PredictionTarget.Image, LossWeighting.MinSnr)]
    [InlineData(PredictionTarget.Velocity, LossWeighting.MinSnr)]
    public void Run_WithAnotherTarget_LearnsIt(PredictionTarget target, LossWeighting weighting)
    {
        using var generator = new Generator(11);
        var data = PointSets.SwissRoll(2_000, generator);
        var schedule = SwissRollRecipe.Schedule;
        var model = SwissRollRecipe.Model(generator);
        using var trainer = new Trainer(model, schedule, data, generator, SwissRollRecipe.Options with { Steps = 400, Target = target, Weighting = weighting });
        Assert.Equal(400, trainer.Run().Count());
        trainer.CopyAverageToModel();
        var samples = new DdimSampler(schedule) { Steps = 20 }.Sample(schedule.Predictor(target, model.PredictNoise), [2_000, 2], generator);
        var distance = SlicedWasserstein.Distance(samples, PointSets.SwissRoll(2_000, generator));
        Assert.InRange(distance, 0, 0.2);                          // noise is at 0.36
    }

    [Fact]
    public void LoadState_AfterAStop_GoesOnBitForBit()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("state.safetensors");
        Trainer Make(ulong weights, Generator random) =>
            new(Setting(new Generator(weights)).Model, Schedule, PointSets.SCurve(500, new Generator(3)), random, Short);
        using Generator first = new(1), second = new(1), third = new(99);
        using Trainer whole = Make(1, first), stopped = Make(1, second), resumed = Make(2, third);
        Assert.Equal(60, whole.Run().Count());
        Assert.Equal(23, stopped.Run().Take(23).Count());
        stopped.SaveState(path);
        resumed.LoadState(path);
        Assert.Equal(37, resumed.Run().Count());
        Near.Equal(whole.Losses, resumed.Losses, 0);
    }

    [Fact]
    public void ApplyAverage_WhereNothingIsAveraged_LeavesTheWeights()
    {
        using var generator = new Generator(7);
        var (model, data) = Setting(generator);
        using var trainer = new Trainer(model, Schedule, data, generator, Short with { Steps = 3, EmaDecay = 0 });
        Assert.Equal(3, trainer.Run().Count());
        var last = model.state_dict()["linears.0.weight"].clone();
        using (trainer.ApplyAverage()) Near.Equal(last, model.state_dict()["linears.0.weight"], 0);
        trainer.CopyAverageToModel();
        Near.Equal(last, model.state_dict()["linears.0.weight"], 0);
    }

    [Fact]
    public void Run_ThatDiverges_SaysWhenAndWhatToDo()
    {
        using var generator = new Generator(7);
        var (model, data) = Setting(generator);
        using var trainer = new Trainer(model, Schedule, data, generator, Short with { Steps = 9, LearningRate = 1e30 });
        var error = Assert.Throws<InvalidOperationException>(() => trainer.Run().Count());
        Assert.Contains("lower learning rate", error.Message, StringComparison.Ordinal);
        Assert.Matches("after [1-8] steps", error.Message);
    }

    [Fact]
    public void Construction_FromBadOptions_SaysWhich()
    {
        using var generator = new Generator(9);
        var (model, data) = Setting(generator);
        foreach (var bad in new[]
        {
            Short with { Steps = 0 }, Short with { BatchSize = 0 }, Short with { LearningRate = 0 },
            Short with { LearningRate = double.NaN }, Short with { Decay = LearningRateDecay.LinearByEpoch }, Short with { WarmupSteps = -1 },
            Short with { MaxGradientNorm = 0 }, Short with { EmaDecay = 1 }, Short with { EmaDecay = -0.5 }, Short with { Decay = (LearningRateDecay)9 },
            Short with { StepSampling = (StepSampling)9 },
        })
            Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(model, Schedule, data, generator, bad));
        foreach (var bad in (TrainingOptions[])[new(), Short with { Epochs = 3 }])
            Assert.Contains("Steps or Epochs", Assert.Throws<ArgumentException>(() => new Trainer(model, Schedule, data, generator, bad)).Message, StringComparison.Ordinal);
        var gap = data.clone();
        gap[17, 0] = float.NaN;
        Assert.Contains("Row 17", Assert.Throws<ArgumentException>(() => new Trainer(model, Schedule, gap, generator, Short)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FlatParameters_OfAModule_ShareItsWeightsAndGradients()
    {
        using var linear = (Linear)nn.Linear(3, 2);
        var before = linear.weight!.clone();
        using var flat = new FlatParameters(linear);
        Assert.Equal(8, flat.Count);
        Near.Equal(before, linear.weight!, 0);
        linear.call(ones(1, 3)).sum().backward();
        Near.Equal(ones(8), flat.Gradients, 1e-6);
        using (no_grad()) flat.Values.fill_(7);
        Near.Equal(full([2, 3], 7f), linear.weight!, 0);
    }

    private sealed class Told(List<int> list) : IProgress<int>
    {
        public void Report(int value) => list.Add(value);
    }
}
