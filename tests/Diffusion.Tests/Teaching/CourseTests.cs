using Diffusion.Schedules;
using Diffusion.Teaching;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Tests.Teaching;

public sealed class CourseTests
{
    private static readonly NoiseSchedule Schedule = NoiseSchedule.Linear(20, 0.005, 0.3);

    [Fact]
    public void Frames_OfFiveHundredSteps_AreTheCoursesOwnChoice()
    {
        var frames = Course.Frames(500).ToList();
        Assert.Equal(33, frames.Count);
        Assert.Equal([500, 480, 460], frames.Take(3));
        Assert.Equal([20, 7, 6, 5, 4, 3, 2, 1, 0], frames.TakeLast(9));
    }

    [Fact]
    public void MistakenNoise_InATraining_IsScaledByTheVariance() => RequireNoise(Course.MistakenNoise, power: 1);

    [Fact]
    public void ForwardProcess_InATraining_IsScaledByTheDeviation() => RequireNoise(Perturbation.ForwardProcess, power: 0.5);

    private static void RequireNoise(Perturbation perturbation, double power)
    {
        using var generator = new Generator(1);
        var draw = new NoisyDraw(Schedule, generator, CPU) { Perturbation = perturbation };
        var (xt, t, eps) = draw.Perturb(ones(400, 1, 2, 2));
        var signal = tensor(Schedule.AlphaBar.Select(a => (float)Math.Sqrt(a)).ToArray())[t].view(-1, 1, 1, 1);
        var noise = tensor(Schedule.AlphaBar.Select(a => (float)Math.Pow(1 - a, power)).ToArray())[t].view(-1, 1, 1, 1);
        Near.Equal(signal + noise * eps, xt, 1e-5);
    }
}
