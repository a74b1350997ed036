using System.ComponentModel;
using System.Diagnostics;
using Workbook.Documents;

namespace Workbook.Commands;

/// <summary>An earlier version of a notebook, which git keeps, or another notebook.</summary>
internal static class Revision
{
    private const string Otherwise = "Name another revision, or a second notebook to compare with.";

    /// <summary>Reads it.</summary>
    /// <param name="path">The notebook as it is now.</param>
    /// <param name="other">A revision, or the path of a second notebook.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The notebook, and what to call it.</returns>
    /// <exception cref="NotebookException">There is no such revision, the notebook is not in it, or it cannot be read.</exception>
    public static async Task<(Notebook Notebook, string Name)> ReadAsync(string path, string other, CancellationToken cancellation)
    {
        if (File.Exists(other)) return (NotebookFile.Read(other), other);
        if (NotebookFile.IsNotebook(other)) throw new NotebookException(other, "is not there.", Otherwise);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (await GitAsync(folder, ["rev-parse", "--show-toplevel"], cancellation) is null)
            throw new NotebookException(path, "is in no folder that git keeps.", "Name a second notebook to compare with.");
        if (await GitAsync(folder, ["rev-parse", "--verify", "--quiet", "--short", "--end-of-options", other + "^{commit}"], cancellation) is not { } commit)
            throw new NotebookException(path, $"has no revision '{other}': git knows none of that name.", Otherwise);
        var name = $"{other} ({commit.Trim()})";
        if (await GitAsync(folder, ["show", $"{commit.Trim()}:./{Path.GetFileName(path)}"], cancellation) is not { } text)
            throw new NotebookException(path, $"is not in revision {name}.", Otherwise);
        return (NotebookFile.Parse(text, $"{path} in {name}", Path.GetExtension(path)), name);
    }

    // What git prints; null where it refuses.
    private static async Task<string?> GitAsync(string folder, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var git = Process.Start(start)!;
            var complaint = git.StandardError.ReadToEndAsync(cancellation);
            var text = await git.StandardOutput.ReadToEndAsync(cancellation);
            await complaint;
            await git.WaitForExitAsync(cancellation);
            return git.ExitCode == 0 ? text : null;
        }
        catch (Win32Exception)
        {
            throw new NotebookException("git", "is not installed.", "Install it, or name a second notebook to compare with.");
        }
    }
}
