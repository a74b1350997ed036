using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Draws training batches on the device: which points, which steps, which noise.</summary>
internal sealed class StepDraw(NoiseSchedule schedule, TrainingOptions options, Generator generator, Device device)
{
    private readonly NoisyDraw noisy = new(schedule, generator, device) { StepSampling = options.StepSampling };

    public (Tensor Xt, Tensor T, Tensor Eps) Batch(Tensor data)
    {
        var rows = randint(data.shape[0], [options.BatchSize], dtype: ScalarType.Int64, device: device, generator: generator);
        return noisy.Perturb(data.index_select(0, rows));                                    // [B, …]
    }
}
