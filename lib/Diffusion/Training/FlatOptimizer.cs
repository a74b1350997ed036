using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>What happens to the weights once their gradients are known: clipping, Adam, the moving average.</summary>
internal sealed class FlatOptimizer : IDisposable
{
    private readonly double? _maxGradientNorm;
    private readonly FlatAdam _adam;

    public FlatOptimizer(nn.Module model, double emaDecay, double? maxGradientNorm = null, double weightDecay = 0)
    {
        _maxGradientNorm = maxGradientNorm;
        Parameters = new FlatParameters(model);
        _adam = new FlatAdam(Parameters, weightDecay);
        Ema = new Ema(Parameters.Values, emaDecay);
    }

    public FlatParameters Parameters { get; }

    public Ema Ema { get; }

    /// <summary>All that later steps depend on besides the weights and the number of steps done; the optimiser's own tensors.</summary>
    public IReadOnlyDictionary<string, Tensor> State => new Dictionary<string, Tensor>
    {
        ["adam.mean"] = _adam.Mean,
        ["adam.square"] = _adam.Square,
        ["ema.shadow"] = Ema.Shadow,
    };

    public void Step(double rate)
    {
        using var _ = no_grad();
        if (_maxGradientNorm is { } maximum) Parameters.ClipGradients(maximum).Dispose();
        _adam.Step(rate);
        Ema.Update();
    }

    /// <summary>Tells the optimiser, whose <see cref="State"/> has been written to, how many steps led there.</summary>
    public void GoOnAfter(int steps)
    {
        _adam.Steps = steps;
        Ema.Updates = steps;
    }

    /// <summary>Refuses weights that are not finite. To be called at the end: at every step the host would wait for the device.</summary>
    public void RequireFinite(Tensor losses)
    {
        using var scope = NewDisposeScope();
        if (Parameters.Values.isfinite().all().item<bool>()) return;
        var good = losses.isfinite().to(ScalarType.Int64).cumprod(0).sum().item<long>();
        throw new InvalidOperationException($"Training diverged: after {good} steps the loss was no longer a finite number. "
            + "Start again with a new model and a lower learning rate, or let gradients be clipped.");
    }

    public void Dispose()
    {
        Ema.Dispose();
        _adam.Dispose();
        Parameters.Dispose();
    }
}
