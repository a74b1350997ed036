using Diffusion.Acceleration;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>ε̂ of a small network at one step.</summary>
internal sealed class MlpEvaluation : IEvaluation
{
    private readonly MlpNetwork _network;
    private readonly MlpKernel _kernel;
    private readonly float[] _weights;

    private MlpEvaluation(MlpNetwork network, MlpKernel kernel) =>
        (_network, _kernel, _weights) = (network, kernel, new float[network.Shape.Count]);

    /// <summary>The kernel for a network, or null where its width does not suit.</summary>
    public static MlpEvaluation? For(MlpNetwork network) => MlpKernel.For(network.StepShape) is { } kernel ? new MlpEvaluation(network, kernel) : null;

    public void TakeWeights() => _network.Gather(_weights);

    public Tensor? Run(Tensor x, Tensor time, Tensor? context)
    {
        if (time.numel() != 1) return null;
        using var scope = NewDisposeScope();
        if (_network.Input(x, t: null) is not { } input) return null;
        var epsHat = empty(x.shape[0], _kernel.Outputs);
        _kernel.Forward(_network.AtStep(time.item<long>(), _weights), FloatData.Of(input), FloatData.Of(epsHat), get_num_threads());
        return epsHat.MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
    }
}
