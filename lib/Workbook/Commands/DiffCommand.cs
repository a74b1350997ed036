using System.CommandLine;
using Workbook.Base;
using Workbook.Book;
using Workbook.Book.Comparison;
using Workbook.Documents;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook diff</c>: what has changed in a notebook, text and outputs side by side in a page.</summary>
internal static class DiffCommand
{
    private const string Head = "HEAD";

    public static Command Create()
    {
        var notebook = new Argument<string>("NOTEBOOK") { Description = "The notebook as it is now, .ipynb or .dib." };
        var other = new Argument<string>("REVISION")
        {
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => Head,
            Description = "What to hold it beside: a revision that git knows (default: the last commit), or a second notebook.",
        };
        var open = new Option<bool>("--open") { Description = "Show the page in the browser." };
        var exitCode = new Option<bool>("--exit-code") { Description = "Exit with 1 where they differ." };
        var command = new Command("diff", "Compare a notebook with an earlier version: text and outputs, side by side in a page.")
        {
            notebook, other, open, exitCode,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var repository = Repository.Find();
            var path = parsed.GetRequiredValue(notebook);
            var after = NotebookFile.Read(path);
            var (before, name) = await Revision.ReadAsync(path, parsed.GetRequiredValue(other), cancellation);
            await Preparation.EnsureAsync(repository, Need.Assets, cancellation);
            var comparison = NotebookComparison.Of(before, after);
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var page = Write(repository, path, new ComparisonPage(comparison, name, path));
            output.WriteLine(ComparisonPage.Summary(comparison));
            output.WriteLine(page);
            if (parsed.GetValue(open)) BookCommand.Open(page, error);
            return comparison.IsSame || !parsed.GetValue(exitCode) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    // One page a notebook, the scripts beside them.
    private static string Write(Repository repository, string notebook, ComparisonPage page)
    {
        var folder = Path.Combine(repository.Artifacts, "diff");
        var assets = BookAssets.Find(repository);
        Directory.CreateDirectory(folder);
        assets.CopyTo(folder);
        var file = Path.Combine(folder, Path.GetFileNameWithoutExtension(notebook) + ".html");
        Aside.WriteText(file, page.Write(assets, Path.GetFileName(notebook)));
        return file;
    }
}
