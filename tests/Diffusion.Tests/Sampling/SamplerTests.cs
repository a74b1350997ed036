using Diffusion.Models;
using Diffusion.Sampling;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Sampling;

public class SamplerTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(50, 1e-4, 0.24);

    private static Sampler Make(string name, int? steps) => name switch
    {
        "ddpm" => new AncestralSampler(Schedule) { Steps = steps },
        "ddpm without noise" => new AncestralSampler(Schedule) { Steps = steps, AddsNoise = false },
        "ddim" => new DdimSampler(Schedule) { Steps = steps },
        "ddim, eta 0.5" => new DdimSampler(Schedule) { Steps = steps, Eta = 0.5 },
        "dpm" => new DpmSolverSampler(Schedule) { Steps = steps },
        "heun" => new HeunSampler(Schedule) { Steps = steps },
        "churn" => new ChurnSampler(Schedule) { Steps = steps },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such sampler."),
    };

    public static TheoryData<string, int?> Samplers()
    {
        var all = new TheoryData<string, int?>();
        foreach (var name in (string[])["ddpm", "ddpm without noise", "ddim", "ddim, eta 0.5", "dpm", "heun", "churn"])
            foreach (var steps in (int?[])[1, 2, 7, 30, 50, null])
                all.Add(name, steps);
        return all;
    }

    private static NoisePredictor Point(Tensor c) => (xt, t) => Schedule.PredictEps(xt, c.expand(xt.shape), t);

    [Theory]
    [MemberData(nameof(Samplers))]
    public void Sample_ForDataOfOnePoint_EndsExactlyThere(string name, int? steps)
    {
        using var generator = new Generator(1);
        var c = tensor(new float[] { 0.5f, -1.5f });
        Near.Equal(c.expand(100, 2), Make(name, steps).Sample(Point(c), [100, 2], generator), 1e-4);
    }

    [Theory]
    [InlineData("ddpm")]
    [InlineData("ddim")]
    [InlineData("dpm")]
    [InlineData("heun")]
    [InlineData("churn")]
    public void Path_AndProgress_SeeEveryJumpOnce(string name)
    {
        using var generator = new Generator(1);
        using var scope = NewDisposeScope();
        var told = new Told();
        var path = Make(name, 12).Path(Point(zeros(2)), [3, 2], generator, progress: told);
        Assert.Equal(Enumerable.Range(1, 12), told.Numbers);
        Assert.Equal(Schedule.Steps(12).Select(step => step.S).Prepend(50), path.Select(frame => frame.T));
    }

    [Theory]
    [InlineData("ddpm", 1)]
    [InlineData("ddim", 1)]
    [InlineData("dpm", 1)]
    [InlineData("heun", 2)]
    [InlineData("churn", 2)]
    public void Run_ToItsEndOrBrokenOff_FreesWhatItMade(string name, int questions)
    {
        using var generator = new Generator(1);
        var seen = new List<Tensor>();
        Tensor Watched(Tensor xt, int t)
        {
            var epsHat = zeros_like(xt);
            seen.AddRange([xt, epsHat]);
            return epsHat;
        }
        using var xT = ones(3, 2);
        foreach (var step in Make(name, 30).Run(Watched, xT, generator)) step.X.Dispose();
        Assert.Equal(questions == 1 ? 60 : 2 * 59, seen.Count);   // two tensors a question; the last jump has one only
        seen.Clear();
        foreach (var step in Make(name, 30).Run(Watched, xT, generator).Take(7)) step.X.Dispose();
        Assert.Equal(14 * questions, seen.Count);
        Assert.All(seen, tensor => Assert.True(tensor.IsInvalid));
    }

    [Theory]
    [InlineData("ddpm")]
    [InlineData("ddim")]
    [InlineData("dpm")]
    [InlineData("heun")]
    [InlineData("churn")]
    public void Sample_WithAModelOfAnotherShape_SaysWhich(string name)
    {
        using var generator = new Generator(1);
        foreach (var shape in (long[][])[[1, 2], [3, 1], [3, 2, 1]])
        {
            var problem = Assert.Throws<InvalidOperationException>(() => Make(name, 5).Sample((_, _) => zeros(shape), [3, 2], generator));
            Assert.Contains($"[{string.Join(", ", shape)}] for x_t of shape [3, 2]", problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ddpm")]
    [InlineData("dpm")]
    public void SampleAndPath_BrokenOff_FreeWhatTheyMade(string name)
    {
        using var generator = new Generator(1);
        var seen = new List<Tensor>();
        using var source = new CancellationTokenSource();
        Tensor Watched(Tensor xt, int t)
        {
            seen.Add(xt);
            if (seen.Count % 4 == 0) source.Cancel();
            return zeros_like(xt);
        }
        using var xT = ones(3, 2);
        Assert.Throws<OperationCanceledException>(() => Make(name, 30).Path(Watched, [3, 2], generator, cancellation: source.Token));
        Assert.Throws<OperationCanceledException>(() => Make(name, 30).Sample(Watched, xT, generator, cancellation: source.Token));
        Assert.Equal(4, seen.Count);
        Assert.All(seen, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void Sampler_OfYourOwn_NeedsOnlyItsStep()
    {
        using var generator = new Generator(2);
        var c = tensor(new float[] { 0.5f, -1.5f });
        Near.Equal(c.expand(9, 2), new Direct(Schedule) { Steps = 5 }.Sample(Point(c), [9, 2], generator), 1e-4);
    }

    [Fact]
    public void Sampler_OnAnotherScheduleThanThePredictors_IsRefused()
    {
        using var generator = new Generator(1);
        var other = NoiseSchedule.Linear(50, 1e-4, 0.2);
        var made = other.Predictor(PredictionTarget.Velocity, (xt, _) => zeros_like(xt));
        foreach (var predictor in (NoisePredictor[])[made, made.Clamped(other), Guidance.Towards(made, made, 2), Guidance.Towards((xt, _) => zeros_like(xt), made, 2), Guidance.Towards(made, 3)])
        {
            var problem = Assert.Throws<ArgumentException>(() => new DdimSampler(Schedule) { Steps = 3 }.Sample(predictor, [2, 2], generator));
            Assert.Contains("50 steps (β from 0.0001 to 0.2)", problem.Message, StringComparison.Ordinal);
            Assert.Contains("50 steps (β from 0.0001 to 0.24)", problem.Message, StringComparison.Ordinal);
            Assert.Equal(3, new DdimSampler(other) { Steps = 3 }.Run(predictor, zeros(2, 2)).Count());
            Assert.Equal(3, new DdimSampler(NoiseSchedule.Linear(50, 1e-4, 0.2)) { Steps = 3 }.Run(predictor, zeros(2, 2)).Count());
        }
        Assert.Throws<ArgumentException>(() => made.Clamped(Schedule));
        Assert.Throws<ArgumentException>(() => Guidance.Towards(made, Schedule.Predictor(PredictionTarget.Image, (xt, _) => xt.clone()), 2));
    }

    [Fact]
    public void Frames_Spread_AreAsEquallyApartAsCanBe()
    {
        Assert.Equal([10, 7, 5, 2, 0], Frames.Spread(10, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Frames.Spread(10, 12));
    }

    [Fact]
    public void AncestralSampler_WithoutItsNoise_ShrinksTheData()
    {
        using var generator = new Generator(3);
        var data = new GaussianData(Schedule, 0.4, 0.25);
        double Spread(bool addsNoise) =>
            new AncestralSampler(Schedule) { AddsNoise = addsNoise }.Sample(data.Predictor, [50_000], generator).var().item<float>();
        Assert.Equal(0.25, Spread(true), 0.05);
        Assert.InRange(Spread(false), 0, 0.05);
    }

    // Jumps to what x̂₀ says, and adds the old ε̂ back.
    private sealed class Direct(NoiseSchedule schedule) : Sampler(schedule)
    {
        public override bool IsDeterministic => true;

        protected override Tensor Step(PathPoint now, PathPoint? before, Generator? generator)
        {
            var x0Hat = Schedule.PredictX0(now.Xt, now.EpsHat, now.Jump.T);
            return now.Jump.S == 0 ? x0Hat : Schedule.AddNoise(x0Hat, now.Jump.S, now.EpsHat);
        }
    }

    private sealed class Told : IProgress<int>
    {
        public List<int> Numbers { get; } = [];

        public void Report(int value) => Numbers.Add(value);
    }
}
