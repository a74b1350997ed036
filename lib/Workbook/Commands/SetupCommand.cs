using System.CommandLine;
using Workbook.Base;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook setup</c>: builds what notebooks and pages need.</summary>
internal static class SetupCommand
{
    public static Command Create()
    {
        var device = new Option<string>("--device") { Description = "Where tensors live; cuda takes TorchSharp's package for NVIDIA's. Default: cpu." };
        device.AcceptOnlyFromAmong("cpu", "cuda");

        var command = new Command(
            "setup",
            "Install what is missing, build the library and fetch what the pages need. " +
            "Other commands do this by themselves; type it to choose a device, or to prepare for working offline.")
        {
            device,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var repository = Repository.Find();
            var options = new SetupOptions { Device = parsed.GetValue(device), Refresh = true };
            var changed = await Preparation.EnsureAsync(repository, Need.Library | Need.Assets, options, cancellation);
            await Console.Error.WriteLineAsync($"{(changed ? "Ready" : "Nothing to do")}: TorchSharp on {DeviceChoice.Load(repository)}.");
            return ExitCode.Success;
        });
        return command;
    }
}
