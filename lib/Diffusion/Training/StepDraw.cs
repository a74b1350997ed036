using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Draws training batches on the device: which points, which steps, which noise.</summary>
internal sealed class StepDraw(NoiseSchedule schedule, TrainingOptions options, Generator generator, Device device)
{
    private readonly ScheduleTables tables = schedule.On(device);

    public (Tensor Xt, Tensor T, Tensor Eps) Batch(Tensor data)
    {
        long size = options.BatchSize;
        var rows = randint(data.shape[0], [size], dtype: ScalarType.Int64, device: device, generator: generator);
        var x0 = data.index_select(0, rows);                                                 // [B, …]
        var eps = Noise.Like(x0, generator);
        var t = Steps(size);
        long[] column = [size, .. Enumerable.Repeat(1L, (int)x0.dim() - 1)];                 // [B, 1, …]
        var xt = x0.mul_(tables.SqrtAlphaBar.index_select(0, t).view(column))
            .addcmul_(eps, tables.SqrtOneMinusAlphaBar.index_select(0, t).view(column), 1);
        return (xt, t, eps);
    }

    private Tensor Steps(long size)
    {
        long drawn = options.StepSampling == StepSampling.Antithetic ? (size + 1) / 2 : size;
        var t = randint(1, schedule.T + 1, [drawn], dtype: ScalarType.Int64, device: device, generator: generator);
        return drawn == size ? t : cat([t, (schedule.T + 1 - t).narrow(0, 0, size - drawn)], 0);
    }
}
