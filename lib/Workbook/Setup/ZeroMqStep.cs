using Workbook.Jupyter.Sockets;

namespace Workbook.Setup;

/// <summary>Makes sure of ZeroMQ's library, through which a kernel speaks with its clients.</summary>
internal sealed class ZeroMqStep(DebianPackages packages) : IStep
{
    private const string Package = "libzmq5";

    public string Title => "Installing ZeroMQ's library";

    /// <summary>What to say where it is missing and cannot be installed now.</summary>
    public static SetupException Missing() => new(
        $"The kernel needs ZeroMQ's library (libzmq). Type\n    {DebianPackages.CommandLine(new Machine(), [Package])}\nand start again.");

    public bool IsDone() => LibZmq.IsInstalled;

    public async Task RunAsync(Action<string> report, CancellationToken cancellation)
    {
        await packages.InstallAsync([Package], report, cancellation);
        if (!IsDone())
            throw Missing();
    }
}
