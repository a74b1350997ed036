using System.CommandLine;
using System.Globalization;
using Workbook.Base;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook clean</c>: removes what was made from the sources.</summary>
internal static class CleanCommand
{
    private static readonly string[] Parents = ["lib", "tests"];
    private static readonly string[] Leavings = ["bin", "obj"];

    public static Command Create()
    {
        var all = new Option<bool>("--all") { Description = "Remove every project's bin and obj folders too." };
        var command = new Command("clean", "Remove artifacts/: the chosen device, the built library, assets, executed notebooks and the book.") { all };
        command.SetAction(async (parsed, cancellation) =>
        {
            var repository = Repository.Find();
            using var held = await SetupLock.TakeAsync(repository, StepLog.OnStandardError(new Machine()), cancellation);
            return Clean(repository, parsed.GetValue(all), parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    internal static int Clean(Repository repository, bool all, TextWriter output)
    {
        var folders = Directory.Exists(repository.Artifacts) ? Directory.GetDirectories(repository.Artifacts) : [];
        var files = Directory.Exists(repository.Artifacts) ? Directory.GetFiles(repository.Artifacts) : [];
        var builds = all ? Builds(repository) : [];
        foreach (var folder in folders.Concat(builds).Where(folder => !IsInUse(folder)))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"removed {Path.GetRelativePath(repository.Root, folder)} ({Megabytes(folder):0.0} MB)"));
            Aside.Delete(folder);
        }

        foreach (var file in files.Where(file => !Path.GetFileName(file).StartsWith('.')))
        {
            output.WriteLine($"removed {Path.GetRelativePath(repository.Root, file)}");
            File.Delete(file);
        }

        return ExitCode.Success;
    }

    /// <summary>Windows does not let a running program's own files go; elsewhere they may.</summary>
    private static bool IsInUse(string folder) =>
        OperatingSystem.IsWindows() && AppContext.BaseDirectory.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Builds(Repository repository) =>
        from parent in Parents
        let folder = Path.Combine(repository.Root, parent)
        where Directory.Exists(folder)
        from project in Directory.GetDirectories(folder)
        from build in Leavings.Select(name => Path.Combine(project, name))
        where Directory.Exists(build)
        select build;

    private static double Megabytes(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1e6;
}
