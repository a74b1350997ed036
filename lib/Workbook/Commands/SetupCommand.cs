using System.CommandLine;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook setup</c>: chooses the tensor engine and builds what notebooks and pages need.</summary>
internal static class SetupCommand
{
    public static Command Create()
    {
        var engine = new Option<string>("--engine")
        {
            Description = "nuget: the TorchSharp packages. system: this machine's libtorch. Default: nuget where the registry has it.",
        };
        engine.AcceptOnlyFromAmong("nuget", "system");
        var device = new Option<string>("--device") { Description = "Where tensors live. Default: cpu." };
        device.AcceptOnlyFromAmong("cpu", "cuda");

        var command = new Command(
            "setup",
            "Choose the tensor engine, install what is missing, build the library and fetch what the pages need. " +
            "Other commands do this by themselves; type it to choose an engine, or to prepare for working offline.")
        {
            engine,
            device,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var repository = Repository.Find();
            var options = new SetupOptions { Engine = parsed.GetValue(engine), Device = parsed.GetValue(device), Refresh = true };
            var changed = await Preparation.EnsureAsync(repository, Need.Library | Need.Assets, options, cancellation);
            await Console.Error.WriteLineAsync($"{(changed ? "Ready" : "Nothing to do")}: {EngineChoice.Load(repository)!.Describe()}");
            return ExitCode.Success;
        });
        return command;
    }
}
