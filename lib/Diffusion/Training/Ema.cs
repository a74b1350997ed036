using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>A moving average of a model's weights, shadow ← μ·weights + (1 − μ)·shadow, which samples better than the last weights do.</summary>
/// <remarks>In the first 1/μ updates the n-th has rate 1/n, so that the shadow is a plain average and forgets the random start.</remarks>
public sealed class Ema : IDisposable
{
    private readonly Tensor values;
    private readonly double rate;

    internal Ema(Tensor values, double rate)
    {
        (this.values, this.rate) = (values, rate);
        Shadow = values.clone().DetachFromDisposeScope();
    }

    internal Tensor Shadow { get; }

    internal int Updates { get; set; }

    // With μ = 1 the average is the last weights, and keeping a copy of them would only cost time.
    private bool Averages => rate < 1;

    /// <summary>Puts the average in the model's place; disposing what is returned puts the weights back.</summary>
    /// <example><code>using (trainer.Ema.Apply()) x = sampler.Sample(model.PredictNoise, [2000, 2], generator);</code></example>
    public IDisposable Apply() => new Exchange(this);

    /// <summary>Copies the average into the model for good, as the last thing before it is used or saved.</summary>
    public void CopyToModel()
    {
        using var _ = no_grad();
        if (Averages) values.copy_(Shadow);
    }

    /// <summary>Frees the average.</summary>
    public void Dispose() => Shadow.Dispose();

    internal void Update()
    {
        if (!Averages) return;
        double mu = Math.Max(rate, 1.0 / ++Updates);
        Shadow.mul_(1 - mu).add_(values, mu);
    }

    private sealed class Exchange : IDisposable
    {
        private readonly Ema ema;
        private Tensor? weights;

        public Exchange(Ema ema)
        {
            this.ema = ema;
            using var _ = no_grad();
            weights = ema.values.clone().DetachFromDisposeScope();
            if (ema.Averages) ema.values.copy_(ema.Shadow);
        }

        public void Dispose()
        {
            if (weights is null) return;
            using var _ = no_grad();
            ema.values.copy_(weights);
            weights.Dispose();
            weights = null;
        }
    }
}
