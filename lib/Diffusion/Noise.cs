using static TorchSharp.torch;

namespace Diffusion;

/// <summary>Standard normal noise.</summary>
public static class Noise
{
    /// <summary>Draws noise of another tensor's shape, type and device.</summary>
    /// <param name="x">What the noise is for.</param>
    /// <param name="generator">Where the noise comes from; on the device of x.</param>
    public static Tensor Like(Tensor x, Generator generator) =>
        randn(x.shape, dtype: x.dtype, device: x.device, generator: generator);
}
