using System.Diagnostics;
using Workbook.Base;

namespace Workbook.Jupyter;

/// <summary>JupyterLab or Jupyter Notebook, reachable from this machine only, with our kernel.</summary>
internal static class LabServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs it on our own streams until it ends, or until <paramref name="cancellation"/> ends it.</summary>
    /// <param name="program">Where it lies.</param>
    /// <param name="folder">What it shows.</param>
    /// <param name="notebook">What it opens.</param>
    /// <param name="kernels">Where it finds our kernel, before all others.</param>
    /// <param name="options">Further arguments.</param>
    /// <param name="cancellation">Ends it in good order, kernels included.</param>
    /// <returns>Its exit code; 0 where it was ended.</returns>
    public static async Task<int> RunAsync(
        string program, string folder, string notebook, string kernels, IEnumerable<string> options, CancellationToken cancellation)
    {
        using var server = Process.Start(Describe(program, folder, notebook, kernels, options))!;
        try
        {
            await server.WaitForExitAsync(cancellation);
            return server.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await EndAsync(server);
            return ExitCode.Success;
        }
    }

    private static ProcessStartInfo Describe(
        string program, string folder, string notebook, string kernels, IEnumerable<string> options)
    {
        // -y: the Ctrl+C that reaches it too needs no second one. As in a container, root must be allowed by name.
        string[] root = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? ["--allow-root"] : [];
        var start = new ProcessStartInfo(
            program, [notebook, "--ip=127.0.0.1", $"--notebook-dir={folder}", "-y", .. root, .. options])
        { WorkingDirectory = folder };
        var others = Environment.GetEnvironmentVariable("JUPYTER_PATH");
        start.Environment["JUPYTER_PATH"] = string.IsNullOrEmpty(others) ? kernels : kernels + Path.PathSeparator + others;
        return start;
    }

    private static async Task EndAsync(Process server)
    {
        if (!OperatingSystem.IsWindows())
            Posix.End(server.Id);
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await server.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            server.Kill(entireProcessTree: true);
        }
    }
}
