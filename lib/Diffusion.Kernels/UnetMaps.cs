namespace Diffusion.Kernels;

/// <summary>The feature maps that a <see cref="UnetKernel"/>'s parts share.</summary>
/// <param name="Images">x_t, three channels and zeros.</param>
/// <param name="Noise">ε̂, three channels and what is of no use.</param>
/// <param name="Fine">[B, 2F, H, H]: from below, and from the way down.</param>
/// <param name="Middle">[B, 2F, H/2, H/2].</param>
/// <param name="Coarse">[B, 4F, H/4, H/4].</param>
internal sealed record UnetMaps(FeatureMaps Images, FeatureMaps Noise, FeatureMaps Fine, FeatureMaps Middle, FeatureMaps Coarse)
{
    public static UnetMaps Make(MapMemory memory, int channels, int features, int height)
    {
        var wide = ProcessorVectors.Wide(channels);
        return new(memory.Maps(height, wide), memory.Maps(height, wide), memory.Maps(height, 2 * features),
            memory.Maps(height / 2, 2 * features), memory.Maps(height / 4, 4 * features));
    }
}
