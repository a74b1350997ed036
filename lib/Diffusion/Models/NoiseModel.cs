using Diffusion.Acceleration;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>A network ε_θ(x_t, t) that is trained to guess the noise in x_t.</summary>
/// <param name="name">The module's name.</param>
public abstract class NoiseModel(string name) : nn.Module<Tensor, Tensor, Tensor>(name)
{
    private readonly Lock gate = new();
    private bool asked;
    private IEvaluation? evaluation;

    /// <summary>ε̂ for a batch with steps of its own, differentiable: what training uses.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">Steps, int64 [B], each in 1..T.</param>
    public abstract override Tensor forward(Tensor xt, Tensor t);

    /// <summary>ε̂ for a batch at one step, without gradients, by the weights as they are at the call: a <see cref="NoisePredictor"/>,
    /// what samplers use.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <exception cref="ArgumentException">The step or the shape is not one that the network is for.</exception>
    public Tensor PredictNoise(Tensor xt, int t)
    {
        Require(xt, t);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        return (Accelerated(xt, t) ?? Predict(xt, t)).MoveToOuterDisposeScope();
    }

    /// <summary>Refuses what the network is not for.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">The step.</param>
    protected virtual void Require(Tensor xt, int t)
    {
    }

    /// <summary>ε̂ for a batch at one step, within <c>no_grad</c>; what <see cref="forward"/> gives, in a quicker way where there is one.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">The step, in 1..T.</param>
    protected virtual Tensor Predict(Tensor xt, int t) => call(xt, full(xt.shape[0], (long)t, dtype: ScalarType.Int64, device: xt.device));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) evaluation?.Dispose();
        base.Dispose(disposing);
    }

    private Tensor? Accelerated(Tensor xt, int t)
    {
        if (Accelerators.AreOff) return null;
        lock (gate)
        {
            if (!asked) (evaluation, asked) = (Accelerators.Evaluate(this), true);
            if (evaluation is null) return null;
            evaluation.TakeWeights();
            using var step = full(1, (long)t, dtype: ScalarType.Int64);
            return evaluation.Run(xt, step, context: null);
        }
    }
}
