using Diffusion.Acceleration;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>ε̂ of a small network at one step.</summary>
internal sealed class MlpEvaluation : IEvaluation
{
    private readonly MlpNetwork network;
    private readonly MlpKernel kernel;
    private readonly float[] weights;

    private MlpEvaluation(MlpNetwork network, MlpKernel kernel) =>
        (this.network, this.kernel, weights) = (network, kernel, new float[network.Shape.Count]);

    /// <summary>The kernel for a network, or null where its width does not suit.</summary>
    public static MlpEvaluation? For(MlpNetwork network) => MlpKernel.For(network.StepShape) is { } kernel ? new MlpEvaluation(network, kernel) : null;

    public void TakeWeights() => network.Gather(weights);

    public Tensor? Run(Tensor x, Tensor time, Tensor? context)
    {
        if (time.numel() != 1) return null;
        using var scope = NewDisposeScope();
        if (network.Input(x, t: null) is not { } input) return null;
        var epsHat = empty(x.shape[0], kernel.Outputs);
        kernel.Forward(network.AtStep(time.item<long>(), weights), FloatData.Of(input), FloatData.Of(epsHat), get_num_threads());
        return epsHat.MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
    }
}
