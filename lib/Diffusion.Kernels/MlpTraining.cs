using System.Runtime.InteropServices;
using Diffusion.Acceleration;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>Loss and gradients of a small network.</summary>
internal sealed class MlpTraining : ITrainingPass
{
    private readonly MlpNetwork _network;
    private readonly MlpKernel _kernel;
    private readonly float[] _weights, _gradients;

    private MlpTraining(MlpNetwork network, MlpKernel kernel) =>
        (_network, _kernel, _weights, _gradients) = (network, kernel, new float[network.Shape.Count], new float[network.Shape.Count]);

    /// <summary>The kernel for a network, or null where its width does not suit.</summary>
    public static MlpTraining? For(MlpNetwork network) =>
        network.IsTrainable && MlpKernel.For(network.Shape) is { } kernel ? new MlpTraining(network, kernel) : null;

    public double? LossAndGradients(Tensor xt, Tensor time, Tensor? context, Tensor target, Tensor? weights = null)
    {
        if (weights is not null || time.numel() != xt.shape[0] || !FloatData.IsPlain(target)) return null;
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        if (_network.Input(xt, time) is not { } input) return null;
        _network.Gather(_weights);
        var loss = _kernel.Gradients(_weights, FloatData.Of(input), MemoryMarshal.Cast<byte, long>(time.bytes), FloatData.Of(target), _gradients);
        _network.AddGradients(_gradients);
        return loss;
    }

    // It has none.
    public bool MoveStatistics(Tensor xt, Tensor time, Tensor? context) => true;

    public void Dispose()
    {
    }
}
