using Diffusion.Sampling;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Sampling;

public class DpmSolverSamplerTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(200, 1e-4, 0.06);

    [Fact]
    public void Sample_OfGaussianData_NearsTheEquationsEndAtSecondOrder()
    {
        var errors = ConvergenceOrder.Errors(n => new DpmSolverSampler(ConvergenceOrder.Schedule) { Steps = n });
        var ddim = ConvergenceOrder.Errors(n => new DdimSampler(ConvergenceOrder.Schedule) { Steps = n });
        Assert.InRange(ConvergenceOrder.Of(errors), 1.9, 2.1);
        Assert.All(errors.Zip(ddim), pair => Assert.True(pair.First < pair.Second / 3, $"2M errs by {pair.First:g3}, DDIM by {pair.Second:g3}."));
    }

    [Fact]
    public void Run_AtItsFirstAndLastJump_IsDdim()
    {
        var data = new GaussianData(Schedule, 0.4, 0.25);
        var xT = linspace(-2, 2, 41, ScalarType.Float64);
        var one = new DpmSolverSampler(Schedule) { Steps = 7 }.Run(data.Predictor, xT).First();
        var other = new DdimSampler(Schedule) { Steps = 7 }.Run(data.Predictor, xT).First();
        Near.Equal(other.X, one.X, 1e-12);

        var path = new DpmSolverSampler(Schedule) { Steps = 7 }.Run(data.Predictor, xT).ToList();
        var (before, last) = (path[^2], path[^1]);
        Near.Equal(Schedule.PredictX0(before.X, data.Predictor(before.X, last.T), last.T), last.X, 1e-12);
    }

    [Fact]
    public void Run_InTheMiddle_IsAlgorithm2()
    {
        var data = new GaussianData(Schedule, 0.4, 0.25);
        var path = new DpmSolverSampler(Schedule) { Steps = 7 }.Run(data.Predictor, linspace(-2, 2, 41, ScalarType.Float64)).Take(3).ToList();
        var ((u, xu), (t, xt), (s, xs)) = ((path[0].S, path[0].X), (path[1].S, path[1].X), (path[2].S, path[2].X));
        double Lambda(int step) => Math.Log(Math.Sqrt(Schedule.AlphaBar[step]) / Math.Sqrt(1 - Schedule.AlphaBar[step]));
        double h = Lambda(s) - Lambda(t), r = (Lambda(t) - Lambda(u)) / h;
        var x0 = Schedule.PredictX0(xt, data.Predictor(xt, t), t);
        var x0Before = Schedule.PredictX0(xu, data.Predictor(xu, u), u);
        var d = (1 + 1 / (2 * r)) * x0 - 1 / (2 * r) * x0Before;
        double Sigma(int step) => Math.Sqrt(1 - Schedule.AlphaBar[step]);
        Near.Equal(Sigma(s) / Sigma(t) * xt - Math.Sqrt(Schedule.AlphaBar[s]) * (Math.Exp(-h) - 1) * d, xs, 1e-12);
    }

    [Fact]
    public void Sample_InOneJump_IsTheFirstGuessOfTheData()
    {
        var data = new GaussianData(Schedule, 0.4, 0.25);
        var xT = linspace(-2, 2, 41, ScalarType.Float64);
        var x = new DpmSolverSampler(Schedule) { Steps = 1 }.Sample(data.Predictor, xT);
        Near.Equal(Schedule.PredictX0(xT, data.Predictor(xT, 200), 200), x, 1e-12);
    }
}
