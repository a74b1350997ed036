using System.CommandLine;
using System.Diagnostics;
using Workbook.Base;
using Workbook.Book;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook book</c>: writes the notebooks as pages to read in a browser.</summary>
internal static class BookCommand
{
    public static Command Create()
    {
        var open = new Option<bool>("--open") { Description = "Show it in the browser." };
        var folder = new Option<string>("--output", "-o") { Description = "The folder to write (default: artifacts/book). One that holds a book is replaced." };
        var command = new Command("book", "Write the notebooks and their results as pages that a browser shows without a network.") { open, folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            var repository = Repository.Find();
            await Preparation.EnsureAsync(repository, Need.Assets, cancellation);
            var invocation = parsed.InvocationConfiguration;
            return Write(repository, parsed.GetValue(folder), parsed.GetValue(open), invocation.Output, invocation.Error);
        });
        return command;
    }

    internal static int Write(Repository repository, string? folder, bool open, TextWriter output, TextWriter error)
    {
        var book = BookBuilder.Build(repository, folder);
        foreach (var warning in book.Warnings)
            error.WriteLine($"workbook: {warning}");
        output.WriteLine(book.Index);
        if (open) Open(book.Index, error);
        return ExitCode.Success;
    }

    internal static void Open(string page, TextWriter error)
    {
        if (!TryOpen(page)) error.WriteLine($"workbook: no browser could be started. Open {page} yourself.");
    }

    private static bool TryOpen(string page)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
