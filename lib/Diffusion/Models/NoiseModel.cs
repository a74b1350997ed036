using Diffusion.Kernels;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>A network ε_θ(x_t, t) that is trained to guess the noise in x_t.</summary>
/// <param name="name">The module's name.</param>
public abstract class NoiseModel(string name) : nn.Module<Tensor, Tensor, Tensor>(name)
{
    /// <summary>ε̂ for a batch with steps of its own, differentiable: what training uses.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">Steps, int64 [B], each in 1..T.</param>
    public abstract override Tensor forward(Tensor xt, Tensor t);

    /// <summary>ε̂ for a batch at one step, without gradients: a <see cref="NoisePredictor"/>, what samplers use.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">The step, in 1..T.</param>
    public virtual Tensor PredictNoise(Tensor xt, int t)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var steps = full(xt.shape[0], (long)t, dtype: ScalarType.Int64, device: xt.device);
        return call(xt, steps).MoveToOuterDisposeScope();
    }

    /// <summary>Computes the same as <see cref="forward"/>, loss and gradients too, or null where this machine or model has none such.</summary>
    internal virtual MlpKernel? Kernel => null;

    /// <summary>What the kernel takes in place of x_t, where the model makes something of it first.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">Steps, int64 [B].</param>
    /// <exception cref="ArgumentException">x_t has a shape that the model does not take.</exception>
    internal virtual Tensor KernelInput(Tensor xt, Tensor t) => xt;

    /// <summary>Runs a kernel on a batch.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="x">Its input, float32 in C order on the CPU.</param>
    internal static Tensor Predict(MlpKernel kernel, ReadOnlySpan<float> weights, Tensor x)
    {
        var epsHat = empty(x.shape[0], kernel.Outputs);
        kernel.Forward(weights, FloatData.Of(x), FloatData.Of(epsHat), get_num_threads());
        return epsHat;
    }
}
