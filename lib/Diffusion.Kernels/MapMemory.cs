namespace Diffusion.Kernels;

/// <summary>Memory for the feature maps of a network.</summary>
/// <param name="capacity">The most images at once.</param>
internal sealed unsafe class MapMemory(int capacity) : IDisposable
{
    private readonly List<AlignedMemory> parts = [];

    /// <summary>The most images at once.</summary>
    public int Capacity => capacity;

    /// <summary>New maps of zeros.</summary>
    public FeatureMaps Maps(int height, int channels)
    {
        var part = new AlignedMemory((long)capacity * height * height * channels);
        parts.Add(part);
        return new FeatureMaps((nint)part.Pointer, capacity, height, channels, channels);
    }

    public void Dispose()
    {
        foreach (var part in parts) part.Dispose();
    }
}
