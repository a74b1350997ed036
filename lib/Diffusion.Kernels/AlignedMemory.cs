using System.Runtime.InteropServices;

namespace Diffusion.Kernels;

/// <summary>Zeroed memory for vectors, outside the collector's reach, freed with its owner.</summary>
internal sealed unsafe class AlignedMemory : IDisposable
{
    private const int Line = 64;
    private readonly long _bytes;
    private nint _start;

    public AlignedMemory(long count)
    {
        _bytes = (count * sizeof(float) + Line - 1) / Line * Line;
        _start = (nint)NativeMemory.AlignedAlloc((nuint)_bytes, Line);
        NativeMemory.Clear((void*)_start, (nuint)_bytes);
        if (_bytes > 0) GC.AddMemoryPressure(_bytes);
    }

    ~AlignedMemory() => Free();

    /// <summary>The first element.</summary>
    public float* Pointer => _start != 0 ? (float*)_start : throw new ObjectDisposedException(nameof(AlignedMemory));

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_start == 0) return;
        NativeMemory.AlignedFree((void*)_start);
        if (_bytes > 0) GC.RemoveMemoryPressure(_bytes);
        _start = 0;
    }
}
