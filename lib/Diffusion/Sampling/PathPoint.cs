using Diffusion.Models;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>Where a jump begins: x_t, the jump, and the model to ask, as often as a sampler needs.</summary>
public sealed class PathPoint : IDisposable
{
    private readonly NoisePredictor _predictor;
    private Tensor? _epsHat;

    internal PathPoint(Jump jump, Tensor xt, NoisePredictor predictor) => (Jump, Xt, _predictor) = (jump, xt, predictor);

    /// <summary>The jump from t to s that is made from here.</summary>
    public Jump Jump { get; }

    /// <summary>x_t, shape [B, …].</summary>
    public Tensor Xt { get; }

    /// <summary>ε̂(x_t, t), the shape of x_t; asked for at the first use, and kept.</summary>
    public Tensor EpsHat => _epsHat ??= Ask(Xt, Jump.T).DetachFromDisposeScope();

    /// <summary>ε̂(x, t) of another x, at another step: what samplers of higher order need.</summary>
    /// <param name="x">x, the shape of x_t.</param>
    /// <param name="t">Its step, in 1..T.</param>
    /// <returns>A tensor of its own.</returns>
    /// <exception cref="InvalidOperationException">The model's answer has another shape than x.</exception>
    public Tensor Ask(Tensor x, int t)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var answer = _predictor(x, t);
        if (!answer.shape.SequenceEqual(x.shape))
            throw new InvalidOperationException($"At t = {t} the model gave ε̂ of shape {Shapes.Text(answer.shape)} for x_t of shape {Shapes.Text(x.shape)}; "
                + "both must have one shape.");
        return answer.MoveToOuterDisposeScope();
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Xt.Dispose();
        _epsHat?.Dispose();
    }
}
