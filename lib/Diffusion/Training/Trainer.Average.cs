using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <content>The moving average of the weights, and the batch statistics that go with it.</content>
public sealed partial class Trainer
{
    private const int StatisticsBatches = 40;
    private const ulong StatisticsSeed = 0;

    /// <summary>Puts the averaged weights in the model's place; disposing what is returned puts everything back.</summary>
    /// <remarks>
    /// Batch normalisation's running mean and variance belong to the weights of the last steps. Neither they nor their own
    /// average fit the averaged weights, whose feature maps vary less than those of the weights that were averaged. So they are
    /// computed anew with these (Izmailov et al. 2018, section 3.2): from 40 batches, drawn as in training, from a generator of their own.
    /// </remarks>
    /// <example><code>using (trainer.ApplyAverage()) x = sampler.Sample(model.Predictor(schedule), [32, 3, 16, 16], generator);</code></example>
    public IDisposable ApplyAverage() => new Average(this);

    /// <summary>Puts the averaged weights and their batch statistics into the model for good, as the last thing before it is used.</summary>
    public void CopyAverageToModel()
    {
        _optimizer.Ema.CopyToModel();
        RecomputeStatistics();
    }

    // Each batch's own statistics are got by starting the running ones from zero: they are then momentum times the batch's.
    private void RecomputeStatistics()
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        using var random = new Generator(StatisticsSeed, _data.device);
        var draw = Draw(random);
        var norms = _network.Module.modules().OfType<BatchNorm2d>().ToList();
        if (norms.Count == 0) return;
        var sums = norms.Select(norm => (Mean: zeros_like(norm.running_mean!), Var: zeros_like(norm.running_var!))).ToList();
        _network.Module.train();
        for (var i = 0; i < StatisticsBatches; i++)
        {
            using var batch = NewDisposeScope();
            foreach (var norm in norms) Set(norm, 0, 0);
            long size = Math.Min(_options.BatchSize, Count);
            var rows = randint(Count, [size], dtype: ScalarType.Int64, device: _data.device, generator: random);
            var (xt, time, shown, _, _) = Batch(draw, rows, random);
            if (_pass?.MoveStatistics(xt, time, shown) != true) _network.Call(xt, time, shown);
            foreach (var (norm, sum) in norms.Zip(sums))
            {
                sum.Mean.add_(norm.running_mean!);
                sum.Var.add_(norm.running_var!);
            }
        }
        foreach (var (norm, sum) in norms.Zip(sums))
        {
            var all = StatisticsBatches * norm.momentum!.Value;
            norm.running_mean!.copy_(sum.Mean.div_(all));
            norm.running_var!.copy_(sum.Var.div_(all));
        }
    }

    private static void Set(BatchNorm2d norm, double mean, double variance)
    {
        norm.running_mean!.fill_(mean);
        norm.running_var!.fill_(variance);
    }

    private sealed class Average : IDisposable
    {
        private readonly Trainer _trainer;
        private readonly IDisposable _weights;
        private List<Tensor>? _buffers;

        public Average(Trainer trainer)
        {
            _trainer = trainer;
            _buffers = [.. trainer._network.Module.buffers().Select(buffer => buffer.clone().DetachFromDisposeScope())];
            _weights = trainer._optimizer.Ema.Apply();
            try
            {
                trainer.RecomputeStatistics();
            }
            catch
            {
                Dispose();                                         // or the training would go on from the average
                throw;
            }
        }

        public void Dispose()
        {
            if (_buffers is null) return;
            using var _ = no_grad();
            _weights.Dispose();
            foreach (var (buffer, before) in _trainer._network.Module.buffers().Zip(_buffers))
            {
                buffer.copy_(before);
                before.Dispose();
            }
            _buffers = null;
        }
    }
}
