using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Models;

public sealed class PredictionTargetsTests : IDisposable
{
    private readonly Generator _generator = new(3);

    // The cosine schedule ends at β = 0.999 and ᾱ = 2e-9.
    public static TheoryData<PredictionTarget, bool, int> Cases => new(
        from target in Enum.GetValues<PredictionTarget>()
        from cosine in new[] { false, true }
        from t in new[] { 1, 2, 400, 999, 1000 }
        select (target, cosine, t));

    private static NoiseSchedule Schedule(bool cosine) => cosine ? NoiseSchedule.Cosine(1000) : NoiseSchedule.Linear(1000);

    public void Dispose() => _generator.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void EpsOf_APerfectAnswer_IsTheNoise(PredictionTarget target, bool cosine, int t)
    {
        var schedule = Schedule(cosine);
        var x0 = rand([4, 3, 2, 2], dtype: float64, generator: _generator) * 2 - 1;
        var eps = Noise.Like(x0, _generator);
        var (xt, y) = (schedule.AddNoise(x0, t, eps), schedule.TargetOf(target, x0, eps, t));
        Near.Equal(eps, schedule.EpsOf(target, xt, y, t), 1e-10);
        Near.Equal(x0, schedule.PredictX0(xt, schedule.EpsOf(target, xt, y, t), t), 1e-9);
    }

    [Fact]
    public void TargetOf_Velocity_IsTheSlopeAlongTheCircle()
    {
        // With √ᾱ = cos φ, x_t = cos φ x₀ + sin φ ε, and v = dx_t/dφ.
        var schedule = NoiseSchedule.Cosine(100);
        var x0 = rand([5, 2], dtype: float64, generator: _generator);
        var eps = Noise.Like(x0, _generator);
        double phi = Math.Acos(Math.Sqrt(schedule.AlphaBar[40])), h = 1e-5;
        var slope = ((Math.Cos(phi + h) - Math.Cos(phi - h)) * x0 + (Math.Sin(phi + h) - Math.Sin(phi - h)) * eps) / (2 * h);
        Near.Equal(slope, schedule.TargetOf(PredictionTarget.Velocity, x0, eps, 40), 1e-8);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Predictor_OfTheIdealNetwork_GivesTheSameNoiseByEveryTarget(PredictionTarget target, bool cosine, int t)
    {
        var schedule = Schedule(cosine);
        using var ideal = new IdealDenoiser(schedule, rand([30, 1, 2, 2], dtype: float64, generator: _generator) * 2 - 1);
        var predictor = schedule.Predictor(target, (xt, step) =>
        {
            var x0Hat = ideal.PredictX0(xt, step);
            return schedule.TargetOf(target, x0Hat, schedule.PredictEps(xt, x0Hat, step), step);
        });
        var x = randn([6, 1, 2, 2], dtype: float64, generator: _generator);
        Near.Equal(ideal.PredictNoise(x, t), predictor(x, t), 1e-9);
        Near.Equal(ideal.PredictNoise(x, t), predictor.Clamped(schedule)(x, t), 1e-9);       // the mean of pictures is one
    }

    [Fact]
    public void Clamped_AnErrorAtTheEndOfACosineSchedule_StaysSmall()
    {
        var schedule = NoiseSchedule.Cosine(1000);
        var data = rand([20, 1, 2, 2], generator: _generator) * 2 - 1;
        using var ideal = new IdealDenoiser(schedule, data);
        NoisePredictor wrong = (xt, t) => ideal.PredictNoise(xt, t).add_(0.05);
        var x = randn([8, 1, 2, 2], generator: _generator);
        double Largest(NoisePredictor predictor) => schedule.PredictX0(x, predictor(x, 1000), 1000).abs().max().item<float>();
        Assert.True(Largest(wrong) > 100);
        Assert.InRange(Largest(wrong.Clamped(schedule)), 0.5, 1.05);
    }

    [Fact]
    public void Predictor_OfANetwork_DisposesOfItsAnswerAndNotOfItsInput()
    {
        var schedule = NoiseSchedule.Linear(10);
        using var scope = NewDisposeScope();
        var x = randn(2, 3);
        var predictor = schedule.Predictor(PredictionTarget.Velocity, (xt, _) => xt * 2);
        var before = scope.DisposablesCount;
        predictor(x, 3).Dispose();
        Assert.Equal(before, scope.DisposablesCount);
        Assert.Equal(2, x.shape[0]);
    }

    [Fact]
    public void Targets_OfWhatDoesNotFit_AreRefused()
    {
        var schedule = NoiseSchedule.Linear(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => schedule.TargetOf(PredictionTarget.Noise, zeros(2, 2), zeros(2, 2), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => schedule.EpsOf((PredictionTarget)9, zeros(2, 2), zeros(2, 2), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => schedule.Predictor((PredictionTarget)9, (xt, _) => xt));
        Assert.Contains("[2, 1]", Assert.Throws<ArgumentException>(
            () => schedule.EpsOf(PredictionTarget.Noise, zeros(2, 2), zeros(2, 1), 1)).Message, StringComparison.Ordinal);
    }
}
