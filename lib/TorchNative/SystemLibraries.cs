using System.Runtime.InteropServices;

namespace TorchNative;

/// <summary>The libraries of this machine that TorchSharp's native part stands on.</summary>
public static class SystemLibraries
{
    /// <summary>Whether the C library is musl, for which libtorch is not built.</summary>
    public static bool IsMusl => RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

    /// <summary>The symbol versions that a library of this machine gives, such as GLIBCXX_3.4.30.</summary>
    /// <param name="library">As the dynamic linker looks for it: libstdc++.so.6.</param>
    /// <returns>None where the library is not here.</returns>
    public static IReadOnlyCollection<string> VersionsOf(string library) =>
        FileOf(library) is { } path ? new ElfFile(File.ReadAllBytes(path)).Defined : [];

    /// <summary>The newest of the versions of a kind.</summary>
    /// <param name="versions">Such as GLIBCXX_3.4.30 and CXXABI_1.3.13.</param>
    /// <param name="kind">What stands before the number: GLIBCXX.</param>
    public static string? Newest(IEnumerable<string> versions, string kind) => versions
        .Where(version => version.StartsWith(kind + "_", StringComparison.Ordinal) && Version.TryParse(version[(kind.Length + 1)..], out _))
        .MaxBy(version => Version.Parse(version[(kind.Length + 1)..]));

    // glibc before 2.34 has its libraries in files such as libc-2.31.so.
    private static bool IsOf(string library, string file) =>
        file.StartsWith(library, StringComparison.Ordinal) || (file.StartsWith(library.Split('.')[0] + "-", StringComparison.Ordinal) && file.EndsWith(".so", StringComparison.Ordinal));

    /// <summary>The file that the dynamic linker takes; null where there is none.</summary>
    private static string? FileOf(string library)
    {
        if (!NativeLibrary.TryLoad(library, out _))
            return null;
        return File.ReadLines("/proc/self/maps")
            .Select(line => line.IndexOf('/') is >= 0 and var at ? line[at..] : "")
            .FirstOrDefault(path => IsOf(library, Path.GetFileName(path)) && File.Exists(path));
    }
}
