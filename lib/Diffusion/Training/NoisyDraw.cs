using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Makes noisy points of clean ones at random steps, and what a network shall guess of them.</summary>
internal sealed class NoisyDraw(NoiseSchedule schedule, Generator generator, Device device)
{
    private readonly ScheduleTables tables = schedule.On(device);

    public StepSampling StepSampling { get; init; } = StepSampling.Uniform;

    public Perturbation Perturbation { get; init; } = Perturbation.ForwardProcess;

    public PredictionTarget Target { get; init; } = PredictionTarget.Noise;

    /// <summary>Adds noise to a batch, in place.</summary>
    /// <param name="x0">x₀, shape [B, …]; overwritten.</param>
    public (Tensor Xt, Tensor T, Tensor Y) Perturb(Tensor x0)
    {
        long size = x0.shape[0];
        var eps = Noise.Like(x0, generator);
        var t = Steps(size);
        long[] column = Shapes.Column(x0);
        var signal = tables.SqrtAlphaBar.index_select(0, t).view(column);
        var noise = tables.SqrtOneMinusAlphaBar.index_select(0, t).view(column);
        var y = Target switch
        {
            PredictionTarget.Image => x0.clone(),
            PredictionTarget.Velocity => eps.mul(signal).addcmul_(x0, noise, -1),
            _ => eps,
        };
        if (Perturbation == Perturbation.CourseMistake) noise.mul_(noise);
        return (x0.mul_(signal).addcmul_(eps, noise, 1), t, y);
    }

    private Tensor Steps(long size)
    {
        long drawn = StepSampling == StepSampling.Antithetic ? (size + 1) / 2 : size;
        var t = randint(1, schedule.T + 1, [drawn], dtype: ScalarType.Int64, device: device, generator: generator);
        return drawn == size ? t : cat([t, (schedule.T + 1 - t).narrow(0, 0, size - drawn)], 0);
    }
}
