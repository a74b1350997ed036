using Workbook.Base;

namespace Workbook.Jupyter.Specs;

/// <summary>Installs, removes and lists our kernel, and leaves other programs' kernels alone.</summary>
internal static class KernelSpecs
{
    public const string DisplayName = ".NET (C#)";

    private const string OtherName = KernelSpec.UsualName + "-workbook";
    private const string OtherDisplayName = DisplayName + ", workbook";

    private static readonly string[] Names = [KernelSpec.UsualName, OtherName];

    /// <summary>Installs our kernel into a folder of kernels.</summary>
    /// <param name="kernels">The folder.</param>
    /// <param name="seen">All folders where Jupyter looks: a kernel of the usual name there would be hidden, or hide ours.</param>
    /// <param name="dotnet">The .NET host.</param>
    /// <param name="root">The source tree that it belongs to.</param>
    /// <returns>The kernel, and the one of another program that has the usual name, if there is one.</returns>
    public static (KernelSpec Ours, KernelSpec? Theirs) Install(string kernels, IEnumerable<string> seen, string dotnet, string root)
    {
        var theirs = seen.Prepend(kernels).Distinct()
            .Select(folder => KernelSpec.Find(folder, KernelSpec.UsualName))
            .FirstOrDefault(found => found is { Program: null });
        var (name, displayName) = theirs is null ? (KernelSpec.UsualName, DisplayName) : (OtherName, OtherDisplayName);
        return (KernelSpec.Write(kernels, name, displayName, dotnet, root), theirs);
    }

    /// <summary>Makes the kernel known to those only whom we start ourselves.</summary>
    /// <returns>The folder to put on JUPYTER_PATH.</returns>
    public static string InstallPrivately(Repository repository, Machine machine)
    {
        var folder = Path.Combine(repository.Artifacts, "jupyter");
        KernelSpec.Write(Path.Combine(folder, JupyterFolders.Kernels), KernelSpec.UsualName, DisplayName, machine.Dotnet, repository.Root);
        return folder;
    }

    /// <summary>Our kernels there, as far as they are ours.</summary>
    public static IEnumerable<KernelSpec> Find(IEnumerable<string> folders) => folders.Distinct()
        .SelectMany(folder => Names.Select(name => KernelSpec.Find(folder, name)))
        .OfType<KernelSpec>()
        .Where(found => found.Program is not null);

    public static void Remove(KernelSpec ours) => Directory.Delete(ours.Folder, recursive: true);
}
