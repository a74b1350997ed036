using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Workbook.Base;

namespace Workbook.Sessions;

/// <summary>Starts this very program again, as a session's process.</summary>
internal static class ChildProcess
{
    /// <summary>What the program is told to be, and by which pipe it reaches its parent.</summary>
    public const string Command = "session", PipeOption = "--pipe";

    private static readonly Dictionary<string, string> Defaults = new()
    {
        // After each parallel operator libtorch's threads would spin for milliseconds and hold the cores, from our kernels and from other sessions.
        ["OMP_WAIT_POLICY"] = "PASSIVE",
        // Of the machine's memory: a cell that asks for more gets an exception, before the system ends whatever it likes.
        ["DOTNET_GCHeapHardLimitPercent"] = "0x50",
        // Instrumented code would slow the first seconds, and a session's compiler is never warm for long.
        ["DOTNET_TieredPGO"] = "0",
    };

    /// <exception cref="SessionException">The system does not start it.</exception>
    public static Process Start(SessionOptions options, string pipeName)
    {
        var start = new ProcessStartInfo(DotnetHost())
        {
            WorkingDirectory = options.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            ArgumentList = { HostProgram.Location, Command, PipeOption, pipeName },
        };
        foreach (var (name, value) in Defaults)
            start.Environment.TryAdd(name, value);
        foreach (var (name, value) in options.Environment)
            start.Environment[name] = value;
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close(); // A cell that reads the console finds its end.
            return process;
        }
        catch (Exception error) when (error is Win32Exception or DirectoryNotFoundException)
        {
            throw new SessionException($"{start.FileName} could not be started in {options.Folder}: {error.Message}");
        }
    }

    // The runtime that this process runs on lies in <dotnet>/shared/Microsoft.NETCore.App/<version>.
    private static string DotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : name;
    }
}
