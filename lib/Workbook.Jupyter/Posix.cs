using System.Runtime.InteropServices;

namespace Workbook.Jupyter;

/// <summary>What .NET leaves to the system's C library; not on Windows.</summary>
internal static partial class Posix
{
    private const int Terminate = 15;

    /// <summary>The process that started this one, or the one that has taken its place.</summary>
    [LibraryImport("libc", EntryPoint = "getppid")]
    public static partial int ParentId();

    /// <summary>Whether this process was started apart from its parent's session, as one that is to outlive it.</summary>
    public static bool LeadsSession => SessionId(0) == Environment.ProcessId;

    /// <summary>Asks a process to end in good order.</summary>
    public static void End(int process) => _ = Kill(process, Terminate);

    [LibraryImport("libc", EntryPoint = "getsid")]
    private static partial int SessionId(int process);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
