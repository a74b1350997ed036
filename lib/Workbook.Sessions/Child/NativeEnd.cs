using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Workbook.Sessions.Child;

/// <summary>Hears of an exception of native code that nothing catches, before it ends the process: the last chance to say where the cell stood.</summary>
/// <remarks>TorchSharp hands most of libtorch's errors on; those of matmul and some others it lets fall.</remarks>
internal static unsafe class NativeEnd
{
    private const string Library = "libstdc++.so.6", SetHandler = "_ZSt13set_terminatePFvvE";

    private static Action<StackTrace>? _tell;
    private static delegate* unmanaged<void> _former;

    /// <summary>Has the C++ runtime call here first; where it is another than Linux's, nothing is heard.</summary>
    /// <param name="tell">Is given the stack; it must not return before what it has to say is said.</param>
    public static void Watch(Action<StackTrace> tell)
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad(Library, out var library) || !NativeLibrary.TryGetExport(library, SetHandler, out var set))
            return;
        _tell = tell;
        _former = ((delegate* unmanaged<delegate* unmanaged<void>, delegate* unmanaged<void>>)set)(&Hear);
    }

    [UnmanagedCallersOnly]
    private static void Hear()
    {
        try
        {
            _tell?.Invoke(new StackTrace(fNeedFileInfo: true));
        }
        catch (Exception)
        {
            // The process is at its end; its cause must still be told, which the former handler does.
        }
        _former();
    }
}
