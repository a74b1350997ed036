namespace Diffusion.Kernels;

/// <summary>Feature maps in memory: image by image, pixel by pixel, all channels of a pixel beside each other.</summary>
/// <param name="Data">The first element, on a 64-byte boundary.</param>
/// <param name="Images">B, the number of images.</param>
/// <param name="Height">H, height and width of an image.</param>
/// <param name="Channels">C, a multiple of 16.</param>
/// <param name="Stride">Elements from one pixel to the next: C, or more where the maps are some channels of others.</param>
internal readonly unsafe record struct FeatureMaps(nint Data, int Images, int Height, int Channels, int Stride)
{
    /// <summary>Pixels of an image.</summary>
    public int Pixels => Height * Height;

    /// <summary>An image's first element.</summary>
    public float* Image(int image) => (float*)Data + (long)image * Pixels * Stride;

    /// <summary>Some of the channels.</summary>
    public FeatureMaps Part(int first, int channels) => this with { Data = Data + first * sizeof(float), Channels = channels };
}

/// <summary>Memory for the feature maps of a network.</summary>
/// <param name="capacity">The most images at once.</param>
internal sealed unsafe class MapMemory(int capacity) : IDisposable
{
    private readonly List<AlignedMemory> _parts = [];

    /// <summary>The most images at once.</summary>
    public int Capacity => capacity;

    /// <summary>New maps of zeros.</summary>
    public FeatureMaps Maps(int height, int channels)
    {
        var part = new AlignedMemory((long)capacity * height * height * channels);
        _parts.Add(part);
        return new FeatureMaps((nint)part.Pointer, capacity, height, channels, channels);
    }

    public void Dispose()
    {
        foreach (var part in _parts) part.Dispose();
    }
}
