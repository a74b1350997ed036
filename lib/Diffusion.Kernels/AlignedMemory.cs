using System.Runtime.InteropServices;

namespace Diffusion.Kernels;

/// <summary>Zeroed memory for vectors, outside the collector's reach, freed with its owner.</summary>
internal sealed unsafe class AlignedMemory : IDisposable
{
    private const int Line = 64;
    private readonly long bytes;
    private nint start;

    public AlignedMemory(long count)
    {
        bytes = (count * sizeof(float) + Line - 1) / Line * Line;
        start = (nint)NativeMemory.AlignedAlloc((nuint)bytes, Line);
        NativeMemory.Clear((void*)start, (nuint)bytes);
        if (bytes > 0) GC.AddMemoryPressure(bytes);
    }

    ~AlignedMemory() => Free();

    /// <summary>The first element.</summary>
    public float* Pointer => start != 0 ? (float*)start : throw new ObjectDisposedException(nameof(AlignedMemory));

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (start == 0) return;
        NativeMemory.AlignedFree((void*)start);
        if (bytes > 0) GC.RemoveMemoryPressure(bytes);
        start = 0;
    }
}
