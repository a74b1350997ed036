using System.Runtime.CompilerServices;
using Diffusion.Acceleration;
using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>The library's own networks on the vectors of this processor, in float32.</summary>
public sealed class ProcessorKernels : IAccelerator
{
    private ProcessorKernels()
    {
    }

    // What makes this assembly known as soon as it is loaded.
    [ModuleInitializer]
    internal static void Register() => Accelerators.Register(new ProcessorKernels());

    /// <inheritdoc/>
    public IEvaluation? Evaluate(nn.Module network) => network switch
    {
        _ when !ProcessorVectors.IsSupported => null,
        ContextUnet unet when UnetKernel.Suits(unet, training: false) => new UnetEvaluation(unet),
        NoiseModel plane when MlpNetwork.Of(plane) is { } mlp => MlpEvaluation.For(mlp),
        _ => null,
    };

    /// <inheritdoc/>
    public ITrainingPass? Train(nn.Module network, int batch) => network switch
    {
        _ when !ProcessorVectors.IsSupported => null,
        ContextUnet unet => UnetKernel.For(unet, batch, training: true),
        NoiseModel plane when MlpNetwork.Of(plane) is { } mlp => MlpTraining.For(mlp),
        _ => null,
    };

    /// <inheritdoc/>
    public Tensor? Attend(Tensor qkv, int heads)
    {
        ArgumentNullException.ThrowIfNull(qkv);
        return AttentionKernel.Suits(qkv) ? AttentionFunction.Attend(qkv, heads) : null;
    }
}
