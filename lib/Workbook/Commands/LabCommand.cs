using System.CommandLine;
using System.Globalization;
using Workbook.Base;
using Workbook.Jupyter;
using Workbook.Jupyter.Specs;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook lab</c>: the notebooks in Jupyter, cell by cell.</summary>
internal static class LabCommand
{
    public static Command Create()
    {
        var notebook = new Argument<string?>("NOTEBOOK")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "What to open; the first of notebooks/ if none is named.",
        };
        var port = new Option<int>("--port") { Description = "Where it listens, on this machine only. Default: 8888 or the next free one.", DefaultValueFactory = _ => 8888 };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Say the address instead of opening it." };
        var command = new Command("lab", "Step through the notebooks in JupyterLab or Jupyter Notebook; Ctrl+C ends it.") { notebook, port, noBrowser };
        command.SetAction(async (parsed, cancellation) =>
        {
            var repository = Repository.Find();
            var machine = new Machine();
            await Preparation.EnsureAsync(repository, Need.Library | Need.Assets | Need.Jupyter, cancellation);
            var opened = Opened(repository, parsed.GetValue(notebook));
            List<string> options = [string.Create(CultureInfo.InvariantCulture, $"--port={parsed.GetValue(port)}")];
            if (parsed.GetValue(noBrowser))
                options.Add("--no-browser");
            return await LabServer.RunAsync(
                JupyterStep.Find(machine)!, repository.Root, opened, KernelSpecs.InstallPrivately(repository, machine), options, cancellation);
        });
        return command;
    }

    private static string Opened(Repository repository, string? named)
    {
        var path = named is null
            ? Directory.EnumerateFiles(repository.Notebooks, "*.ipynb").Order(StringComparer.Ordinal).First()
            : Path.GetFullPath(named);
        if (!File.Exists(path))
            throw new SetupException($"There is no notebook {path}.", ExitCode.Usage);
        return Path.GetRelativePath(repository.Root, path).StartsWith("..", StringComparison.Ordinal)
            ? throw new SetupException($"{path} lies outside {repository.Root}, which Jupyter shows.", ExitCode.Usage)
            : path;
    }
}
