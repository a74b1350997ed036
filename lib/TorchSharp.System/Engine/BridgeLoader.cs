using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Engine;

/// <summary>Finds and loads the bridge, and says what to do where it cannot.</summary>
internal static unsafe class BridgeLoader
{
    internal static nint Resolve(string library, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (library != Bridge.Library)
        {
            return 0;
        }
        var directory = Path.GetDirectoryName(assembly.Location);
        var file = Path.Combine(string.IsNullOrEmpty(directory) ? AppContext.BaseDirectory : directory, library);
        if (!File.Exists(file))
        {
            throw new DllNotFoundException(
                $"The bridge to libtorch is missing: there is no file {file}. `./workbook setup` builds it.");
        }
        try
        {
            var handle = NativeLibrary.Load(file);
            // Before any operator runs: OpenBLAS's threads and libtorch's would fight for the cores.
            ((delegate* unmanaged<int>)NativeLibrary.GetExport(handle, nameof(Bridge.bridge_hold_blas)))();
            return handle;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new DllNotFoundException(
                $"The bridge to libtorch, {file}, cannot be loaded: {Reason(error)} "
                + "Most often libtorch was moved or replaced since it was built; `./workbook setup` mends it.", error);
        }
    }

    /// <summary>What the loader said, without the runtime's advice around it.</summary>
    private static string Reason(Exception error) =>
        error.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1].TrimEnd('.') + ".";
}
