using System.Runtime.InteropServices;

namespace Workbook.Sessions.Child;

/// <summary>How much memory native code has: good for differences, as what it covers differs from system to system.</summary>
/// <param name="InUse">Bytes that callers have not given back; 0 where the system does not tell.</param>
/// <param name="Held">Bytes taken from the system, those included that the allocator keeps for its next callers.</param>
internal readonly partial record struct NativeMemory(long InUse, long Held)
{
    private static bool _told = OperatingSystem.IsLinux();

    /// <summary>What is true at this moment.</summary>
    public static NativeMemory Now
    {
        get
        {
            if (!_told)
                return new NativeMemory(0, Environment.WorkingSet);
            try
            {
                var told = Tell();
                return new NativeMemory((long)(told.InUse + told.Mapped), (long)(told.Taken + told.Mapped));
            }
            catch (EntryPointNotFoundException)
            {
                _told = false; // A C library other than glibc, or one before 2.33.
                return Now;
            }
        }
    }

    /// <summary>Has the allocator return to the system what nobody uses; nothing where it needs no telling.</summary>
    public static void Trim()
    {
        if (_told)
            _ = TrimAll(0);
    }

    /// <summary>The lesser of the two in each.</summary>
    public static NativeMemory Min(NativeMemory one, NativeMemory other) =>
        new(Math.Min(one.InUse, other.InUse), Math.Min(one.Held, other.Held));

    [LibraryImport("libc", EntryPoint = "mallinfo2")]
    private static partial Told Tell();

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int TrimAll(nuint padding);

    // struct mallinfo2, in the order of malloc.h.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Told
    {
        public readonly nuint Taken;
        private readonly nuint _freePieces, _smallPieces, _mappedPieces;
        public readonly nuint Mapped;
        private readonly nuint _unused, _smallFree;
        public readonly nuint InUse;
        private readonly nuint _free, _top;
    }
}
