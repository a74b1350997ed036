using Diffusion.Sampling;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Tests.Sampling;

public class HeunSamplerTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(200, 1e-4, 0.06);

    [Fact]
    public void Sample_OfGaussianData_NearsTheEquationsEndAtSecondOrder()
    {
        var errors = ConvergenceOrder.Errors(n => new HeunSampler(ConvergenceOrder.Schedule) { Steps = n });
        var ddim = ConvergenceOrder.Errors(n => new DdimSampler(ConvergenceOrder.Schedule) { Steps = n });
        Assert.InRange(ConvergenceOrder.Of(errors), 1.9, 2.1);
        // Twice the questions: it must be better than DDIM with twice the jumps.
        Assert.True(errors[2] < ddim[3] / 3, $"Heun errs by {errors[2]:g3} in 80 jumps, DDIM by {ddim[3]:g3} in 160.");
    }

    [Fact]
    public void Run_InTheMiddle_IsAlgorithm1()
    {
        var data = new GaussianData(Schedule, 0.4, 0.25);
        var path = new HeunSampler(Schedule) { Steps = 7 }.Run(data.Predictor, linspace(-2, 2, 41, ScalarType.Float64)).Take(3).ToList();
        var ((t, x), (s, xs)) = ((path[1].S, path[1].X), (path[2].S, path[2].X));
        double Sigma(int step) => Math.Sqrt(1 / Schedule.AlphaBar[step] - 1);
        double Scale(int step) => Math.Sqrt(Schedule.AlphaBar[step]);
        // In the paper's own variable, x/s(t), with its derivative d_i = (x − D)/σ.
        Tensor Slope(Tensor scaled, int step)
        {
            var denoised = Schedule.PredictX0(scaled * Scale(step), data.Predictor(scaled * Scale(step), step), step);
            return (scaled - denoised) / Sigma(step);
        }
        var from = x / Scale(t);
        var first = Slope(from, t);
        var euler = from + (Sigma(s) - Sigma(t)) * first;
        var expected = from + (Sigma(s) - Sigma(t)) * (first + Slope(euler, s)) / 2;
        Near.Equal(expected * Scale(s), xs, 1e-12);
    }

    [Fact]
    public void Run_AtItsLastJump_IsDdim()
    {
        var data = new GaussianData(Schedule, 0.4, 0.25);
        var xT = linspace(-2, 2, 41, ScalarType.Float64);
        Near.Equal(new DdimSampler(Schedule) { Steps = 1 }.Sample(data.Predictor, xT), new HeunSampler(Schedule) { Steps = 1 }.Sample(data.Predictor, xT), 1e-12);
    }
}
