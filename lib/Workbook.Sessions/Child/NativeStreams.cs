using System.Runtime.InteropServices;
using System.Text;

namespace Workbook.Sessions.Child;

/// <summary>The process's own standard streams, to which native code writes past <see cref="Console"/>.</summary>
internal sealed partial class NativeStreams
{
    private readonly Stream _out = Console.OpenStandardOutput();
    private readonly Stream _error = Console.OpenStandardError();

    /// <summary>Empties native buffers and puts a mark on both streams, so that the parent knows a cell's share of them.</summary>
    public string Mark()
    {
        var mark = $"\u0001{Guid.NewGuid():n}\u0001";
        try
        {
            _ = OperatingSystem.IsWindows() ? FlushWindows(0) : FlushUnix(0);
            var bytes = Encoding.UTF8.GetBytes(mark);
            _out.Write(bytes);
            _out.Flush();
            _error.Write(bytes);
            _error.Flush();
        }
        catch (IOException)
        {
            // The cell closed a stream; the parent does not wait for marks for long.
        }
        return mark;
    }

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FlushUnix(nint file);

    [LibraryImport("ucrtbase", EntryPoint = "fflush")]
    private static partial int FlushWindows(nint file);
}
