using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Makes noisy points of clean ones at random steps, and what a network shall guess of them.</summary>
internal sealed class NoisyDraw(NoiseSchedule schedule, Generator generator, Device device)
{
    private readonly ScheduleTables _tables = schedule.On(device);

    public StepSampling StepSampling { get; init; } = StepSampling.Uniform;

    public Perturbation Perturbation { get; init; } = Perturbation.ForwardProcess;

    public PredictionTarget Target { get; init; } = PredictionTarget.Noise;

    /// <summary>Adds noise to a batch.</summary>
    /// <param name="x0">x₀, shape [B, …].</param>
    public (Tensor Xt, Tensor T, Tensor Y) Perturb(Tensor x0)
    {
        var eps = Noise.Like(x0, generator);
        var t = Steps(x0.shape[0]);
        var (signal, noise) = (_tables.SqrtAlphaBar, _tables.SqrtOneMinusAlphaBar);
        var y = Target switch
        {
            PredictionTarget.Image => x0,
            PredictionTarget.Velocity => ForwardProcess.Combine(eps, signal, x0, noise.neg(), t),
            _ => eps,
        };
        return (ForwardProcess.Combine(x0, signal, eps, Perturbation.Scale(noise), t), t, y);
    }

    private Tensor Steps(long size)
    {
        var drawn = StepSampling == StepSampling.Antithetic ? (size + 1) / 2 : size;
        var t = randint(1, schedule.T + 1, [drawn], dtype: ScalarType.Int64, device: device, generator: generator);
        return drawn == size ? t : cat([t, (schedule.T + 1 - t).narrow(0, 0, size - drawn)], 0);
    }
}
