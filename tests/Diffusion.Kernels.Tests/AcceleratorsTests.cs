using Diffusion.Acceleration;
using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Kernels.Tests;

/// <summary>That the kernels are found where they lie beside the library, and left out where they are to be.</summary>
public sealed class AcceleratorsTests
{
    [Fact]
    public void Kernels_BesideTheLibrary_AreAskedAndCanBeTurnedOff()
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        using var unet = new ContextUnet(3, 32, height: 8);
        using var plane = new SinusoidalMlp(10);
        var qkv = zeros(1, 16, 24);
        Assert.IsType<UnetEvaluation>(Accelerators.Evaluate(unet)).Dispose();
        Assert.IsType<UnetKernel>(Accelerators.Train(unet, 2), exactMatch: false).Dispose();
        Assert.IsType<MlpEvaluation>(Accelerators.Evaluate(plane));
        Assert.IsType<MlpTraining>(Accelerators.Train(plane, 2));
        Assert.NotNull(Accelerators.Attend(qkv, 2));
        using (Accelerators.Off())
        using (Accelerators.Off())
        {
            Assert.Null(Accelerators.Evaluate(unet));
            Assert.Null(Accelerators.Train(plane, 2));
            Assert.Null(Accelerators.Attend(qkv, 2));
        }
        Assert.NotNull(Accelerators.Attend(qkv, 2));
    }

    [Fact]
    public void Networks_ThatDoNotSuit_AreDeclined()
    {
        using var narrow = new ContextUnet(3, 16, height: 8);
        using var thin = new StepEmbeddingMlp(10, units: 20);
        using var other = nn.Linear(2, 2);
        foreach (var network in (nn.Module[])[narrow, thin, other])
        {
            Assert.Null(Accelerators.Evaluate(network));
            Assert.Null(Accelerators.Train(network, 2));
        }
    }
}
