using System.CommandLine;
using Workbook.Base;
using Workbook.Documents;

namespace Workbook.Commands;

/// <summary><c>workbook convert</c>: a notebook in the other format.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("source") { Description = "The notebook, .ipynb or .dib." };
        var target = new Argument<string?>("target")
        {
            Description = "The file to write; by default the same name in the other format.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var force = new Option<bool>("--force") { Description = "Replace the target if it is there." };
        var command = new Command("convert", "Convert a notebook between .ipynb and .dib. A .dib holds no outputs; all else is kept.")
        {
            source, target, force,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(source)!;
            Convert(path, parsed.GetValue(target) ?? OtherFormat(path), parsed.GetValue(force), parsed.InvocationConfiguration);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Convert(string source, string target, bool replace, InvocationConfiguration console)
    {
        var notebook = NotebookFile.Read(source);
        if (Path.GetFullPath(source) == Path.GetFullPath(target))
            throw new NotebookException(target, "is the notebook itself.", "Name another target.");
        if (File.Exists(target) && !replace)
            throw new NotebookException(target, "is there already.", "Name another target, or replace it with --force.");
        NotebookFile.Write(notebook, target);
        foreach (var mending in notebook.Mendings)
            console.Error.WriteLine($"{source}: {mending}");
        console.Output.WriteLine($"{target}: {notebook.Cells.Count} cells.");
    }

    private static string OtherFormat(string path) => Path.ChangeExtension(
        path, Path.GetExtension(path).Equals(NotebookFile.Polyglot, StringComparison.OrdinalIgnoreCase) ? NotebookFile.Jupyter : NotebookFile.Polyglot);
}
