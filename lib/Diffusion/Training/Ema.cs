using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>A moving average of a model's weights, shadow ← d·shadow + (1 − d)·weights, which samples better than the last weights do.</summary>
/// <remarks>In the first 1/(1 − d) updates the n-th counts 1/n, so that the shadow is a plain average and forgets the random start.</remarks>
internal sealed class Ema : IDisposable
{
    private readonly Tensor _values;
    private readonly double _decay;

    public Ema(Tensor values, double decay)
    {
        (_values, _decay) = (values, decay);
        Shadow = values.clone().DetachFromDisposeScope();
    }

    public Tensor Shadow { get; }

    public int Updates { get; set; }

    // With d = 0 the average is the last weights, and keeping a copy of them would only cost time.
    private bool Averages => _decay > 0;

    /// <summary>Puts the average in the model's place; disposing what is returned puts the weights back.</summary>
    public IDisposable Apply() => new Exchange(this);

    /// <summary>Copies the average into the model for good, as the last thing before it is used or saved.</summary>
    public void CopyToModel()
    {
        using var _ = no_grad();
        if (Averages) _values.copy_(Shadow);
    }

    /// <summary>Frees the average.</summary>
    public void Dispose() => Shadow.Dispose();

    public void Update()
    {
        if (!Averages) return;
        var share = Math.Max(1 - _decay, 1.0 / ++Updates);
        Shadow.mul_(1 - share).add_(_values, share);
    }

    private sealed class Exchange : IDisposable
    {
        private readonly Ema _ema;
        private Tensor? _weights;

        public Exchange(Ema ema)
        {
            _ema = ema;
            using var _ = no_grad();
            _weights = ema._values.clone().DetachFromDisposeScope();
            if (ema.Averages) ema._values.copy_(ema.Shadow);
        }

        public void Dispose()
        {
            if (_weights is null) return;
            using var _ = no_grad();
            _ema._values.copy_(_weights);
            _weights.Dispose();
            _weights = null;
        }
    }
}
