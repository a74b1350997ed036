using System.CommandLine;
using Workbook.Base;
using Workbook.Jupyter.Specs;

namespace Workbook.Commands;

/// <summary><c>workbook kernel install|uninstall|list</c>: tells Jupyter of the kernel.</summary>
internal static class KernelSpecCommands
{
    public static IEnumerable<Command> Create() => [Install(), Uninstall(), List()];

    private static Command Install()
    {
        var (command, system, prefix) = WithPlace("install", "Make the kernel known to Jupyter and VS Code, for you or for a Python environment.");
        var code = new Option<bool>("--vscode") { Description = "Offer to write VS Code's user setting without which a dot brings no completions." };
        var yes = new Option<bool>("--yes", "-y") { Description = "With --vscode: write it without asking." };
        command.Add(code);
        command.Add(yes);
        command.Validators.Add(result =>
        {
            if (result.GetValue(yes) && !result.GetValue(code))
                result.AddError("--yes answers what --vscode asks. Give both.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var repository = Repository.Find();
            var machine = new Machine();
            var folders = new JupyterFolders(machine);
            var target = await TargetAsync(folders, parsed.GetValue(system), parsed.GetValue(prefix), cancellation);
            var (ours, theirs) = KernelSpecs.Install(target, folders.All, machine.Dotnet, repository.Root);
            var output = parsed.InvocationConfiguration.Output;
            if (theirs is not null)
                await output.WriteLineAsync(
                    $"{theirs.Folder} belongs to another program (.NET Interactive calls its kernel so) and was left as it is. " +
                    "Notebooks that ask for .net-csharp get that one; choose \".NET (C#), workbook\" in the kernel menu for ours.");
            await output.WriteLineAsync($"Installed {ours.Name} in {ours.Folder}");
            if (parsed.GetValue(code))
                await new VSCodeOffer(parsed.InvocationConfiguration, Console.In).MakeAsync(machine, parsed.GetValue(yes));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Uninstall()
    {
        var (command, system, prefix) = WithPlace("uninstall", "Take the kernel away again; other programs' kernels are left alone.");
        command.SetAction(async (parsed, cancellation) =>
        {
            var folders = new JupyterFolders(new Machine());
            var target = await TargetAsync(folders, parsed.GetValue(system), parsed.GetValue(prefix), cancellation);
            var output = parsed.InvocationConfiguration.Output;
            var found = KernelSpecs.Find([target]).ToList();
            foreach (var ours in found)
            {
                KernelSpecs.Remove(ours);
                await output.WriteLineAsync($"Removed {ours.Folder}");
            }
            if (found.Count == 0)
                await output.WriteLineAsync($"No kernel of ours is in {target}.");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Say where the kernel is installed.");
        command.SetAction(async (parsed, _) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var found = KernelSpecs.Find(new JupyterFolders(new Machine()).All).ToList();
            foreach (var ours in found)
                await output.WriteLineAsync($"{ours.Name}  {ours.Folder}{(ours.IsWhole ? "" : $"  (starts {ours.Program}, which is gone: install again)")}");
            if (found.Count == 0)
                await output.WriteLineAsync("Not installed. Type ./workbook kernel install.");
            return ExitCode.Success;
        });
        return command;
    }

    private static (Command Command, Option<bool> System, Option<string> Prefix) WithPlace(string name, string description)
    {
        var user = new Option<bool>("--user") { Description = "For you, in all of your environments (the default)." };
        var system = new Option<bool>("--sys-prefix") { Description = "For the Python environment that is active." };
        var prefix = new Option<string>("--prefix") { HelpName = "FOLDER", Description = "For the environment in this folder, such as /usr/local." };
        var command = new Command(name, description) { user, system, prefix };
        command.Validators.Add(result =>
        {
            if (new[] { result.GetValue(user), result.GetValue(system), result.GetValue(prefix) is not null }.Count(given => given) > 1)
                result.AddError("Give one of --user, --sys-prefix and --prefix.");
        });
        return (command, system, prefix);
    }

    private static async Task<string> TargetAsync(JupyterFolders folders, bool system, string? prefix, CancellationToken cancellation) =>
        prefix is not null ? JupyterFolders.Under(prefix)
        : system ? JupyterFolders.Under(await folders.PythonPrefixAsync(cancellation))
        : folders.User;
}
