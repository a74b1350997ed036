using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Which examples each step learns from.</summary>
internal abstract class Batches : IDisposable
{
    /// <summary>The steps of an epoch; all steps where epochs are not counted.</summary>
    public abstract int StepsPerEpoch { get; }

    /// <summary>What the next batch depends on besides the generator, to be saved; null for nothing.</summary>
    public virtual Tensor? State => null;

    public static Batches Of(TrainingOptions options, int count, Device device) => options.Epochs is null
        ? new DrawnBatches(options, count, device)
        : new EpochBatches(options, count, device);

    /// <summary>The rows of a step, int64.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="generator">Where they are drawn from.</param>
    public abstract Tensor Rows(int step, Generator generator);

    public abstract void Dispose();

    /// <summary>Each drawn from all examples.</summary>
    private sealed class DrawnBatches(TrainingOptions options, int count, Device device) : Batches
    {
        public override int StepsPerEpoch => options.Steps!.Value;

        public override Tensor Rows(int step, Generator generator) =>
            randint(count, [options.BatchSize], dtype: ScalarType.Int64, device: device, generator: generator);

        public override void Dispose()
        {
        }
    }

    /// <summary>Every example once an epoch, in a new order.</summary>
    private sealed class EpochBatches(TrainingOptions options, int count, Device device) : Batches
    {
        private readonly Tensor _order = arange(count, dtype: ScalarType.Int64, device: device).DetachFromDisposeScope();

        public override int StepsPerEpoch => (count - 1) / options.BatchSize + 1;

        public override Tensor State => _order;

        public override Tensor Rows(int step, Generator generator)
        {
            var place = step % StepsPerEpoch;
            if (place == 0) _order.copy_(randperm(count, dtype: ScalarType.Int64, device: device, generator: generator));
            var start = (long)place * options.BatchSize;
            return _order.narrow(0, start, Math.Min(options.BatchSize, count - start));
        }

        public override void Dispose() => _order.Dispose();
    }
}
