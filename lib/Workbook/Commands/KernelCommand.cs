using System.CommandLine;
using System.Runtime.InteropServices;
using NetMQ;
using Workbook.Base;
using Workbook.Jupyter;
using Workbook.Jupyter.Past;
using Workbook.Jupyter.Specs;
using Workbook.Sessions;

namespace Workbook.Commands;

/// <summary><c>workbook kernel</c>: C# for Jupyter's clients.</summary>
internal static class KernelCommand
{
    public static Command Create()
    {
        var file = new Option<string>(KernelSpec.FileOption)
        {
            HelpName = "FILE",
            Description = "Serve the client that wrote this file. Jupyter gives it; people type install.",
        };
        var remote = new Option<bool>("--allow-remote")
        {
            Description = "Listen on an address that other machines can reach, if the connection file names one.",
        };
        var command = new Command(KernelSpec.Command, "Run C# cells for Jupyter and for VS Code's Jupyter extension.") { file, remote };
        foreach (var place in KernelSpecCommands.Create())
            command.Add(place);
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null && result.Children.All(child => child is not System.CommandLine.Parsing.CommandResult))
                result.AddError($"{KernelSpec.Command} takes install, uninstall, list or {KernelSpec.FileOption} FILE.");
        });
        command.SetAction((parsed, _) => ServeAsync(parsed.GetValue(file)!, parsed.GetValue(remote)));
        return command;
    }

    private static async Task<int> ServeAsync(string path, bool allowRemote)
    {
        var file = ConnectionFile.Read(path);
        if (ConnectionFile.Close(path))
            await Console.Error.WriteLineAsync($"workbook kernel: {path} could be read by others; it was closed to them.");
        if (!file.IsLocal && !allowRemote)
            throw new KernelException($"{path} names the address {file.Address}, which other machines can reach, and whoever connects there runs " +
                "programs as you. Use 127.0.0.1, or add --allow-remote to the kernel's argv if this is meant.");

        try
        {
            await ServeAsync(file);
        }
        finally
        {
            NetMQConfig.Cleanup(); // It waits until the last messages are out, or their client has had its second for them.
        }
        return ExitCode.Success;
    }

    private static async Task ServeAsync(ConnectionFile file)
    {
        using var connection = new KernelConnection(file);
        await using var kernel = new Kernel(connection, new SessionOptions(Environment.CurrentDirectory), History.OfUser());
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            kernel.Interrupt();
        });
        using var ended = new CancellationTokenSource();
        _ = EndWithParentAsync(ended);
        await kernel.RunAsync(ended.Token);
    }

    private static async Task EndWithParentAsync(CancellationTokenSource end)
    {
        await ParentWatch.WaitAsync(end.Token);
        await end.CancelAsync();
    }
}
