namespace Workbook.Setup;

/// <summary>Debian's libtorch multiplies matrices with whatever <c>libblas.so.3</c> points to; the reference one is many times slower.</summary>
internal static class OpenBlas
{
    /// <summary>Where OpenBLAS lies; null where it is not installed.</summary>
    public static string? Find(Machine machine) => InLibraries(machine, lib =>
        Path.Combine(lib, "openblas-pthread", "libblas.so.3"));

    /// <summary>What <c>libblas.so.3</c> points to; null where there is none.</summary>
    public static string? Selected(Machine machine) =>
        InLibraries(machine, lib => Path.Combine(lib, "libblas.so.3")) is { } link
            ? Resolve(link)
            : null;

    /// <summary>What update-alternatives calls it: the architecture is part of the name.</summary>
    /// <param name="library">As <see cref="Find"/> gives it: …/x86_64-linux-gnu/openblas-pthread/libblas.so.3.</param>
    public static string AlternativeOf(string library) =>
        $"libblas.so.3-{Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(library)))}";

    private static string Resolve(string link) =>
        new FileInfo(link).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? link;

    private static string? InLibraries(Machine machine, Func<string, string> file)
    {
        var libraries = machine.SystemPath("usr/lib");
        return Directory.Exists(libraries)
            ? Directory.EnumerateDirectories(libraries, "*-linux-gnu*").Select(file).FirstOrDefault(File.Exists)
            : null;
    }
}
