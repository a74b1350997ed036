using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Sampling;

/// <summary>What the model said of x_t, at the start of one jump.</summary>
public sealed class Prediction : IDisposable
{
    internal Prediction(Jump jump, Tensor xt, Tensor epsHat) => (Jump, Xt, EpsHat) = (jump, xt, epsHat);

    /// <summary>The jump from t to s that is made from here.</summary>
    public Jump Jump { get; }

    /// <summary>x_t, shape [B, …].</summary>
    public Tensor Xt { get; }

    /// <summary>ε̂(x_t, t), the shape of x_t.</summary>
    public Tensor EpsHat { get; }

    /// <summary>Frees both tensors.</summary>
    public void Dispose()
    {
        Xt.Dispose();
        EpsHat.Dispose();
    }
}
