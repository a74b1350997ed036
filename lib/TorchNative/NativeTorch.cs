using System.Security.Cryptography;

namespace TorchNative;

/// <summary>Makes a copy of TorchSharp's native library loadable on this machine, where its libstdc++ is older than GCC 13's.</summary>
/// <remarks>
/// libLibTorchSharp.so asks for one symbol that came with GCC 13 (<see cref="KnownLibrary"/>); Debian 12, Ubuntu 22.04 and RHEL 9 lack it. The
/// copy is changed only where the machine needs it, only where its hash is known, aside and renamed into place, never through a link into the package cache.
/// </remarks>
public static class NativeTorch
{
    /// <summary>The name of the file on Linux.</summary>
    public const string FileName = "libLibTorchSharp.so";

    private const string Remedy =
        "Take TorchSharp 0.107.0, which is known here, or a system whose libraries are newer: Debian 13, Ubuntu 24.04, RHEL 10 or later.";

    /// <summary>Makes the copy in a folder loadable; does nothing where there is none, or where it is loadable already.</summary>
    /// <exception cref="NativeTorchException">The machine lacks what the file asks for, and the file is not one that can be mended.</exception>
    public static void EnsureIn(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (OperatingSystem.IsLinux() && File.Exists(path))
            Ensure(path);
    }

    /// <summary>Whether the copy in a folder is there and asks for something that this machine lacks.</summary>
    public static bool IsLackingIn(string folder) =>
        OperatingSystem.IsLinux() && File.Exists(Path.Combine(folder, FileName)) && Lacking(Read(Path.Combine(folder, FileName)).File).Count > 0;

    /// <summary>What was done to the copy in a folder, in one line for the reader.</summary>
    public static string DescribeIn(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return "its native library is the package's own";
        var optional = Read(path).File.Needed.Where(version => version.IsOptional).Select(version => version.Name).ToList();
        return optional.Count == 0
            ? $"{FileName} is the package's own; this machine has all that it asks for"
            : $"{FileName} was mended to do without {string.Join(", ", optional)}; this machine's libstdc++ ends at {Newest("libstdc++.so.6", "GLIBCXX")}";
    }

    private static void Ensure(string path)
    {
        var (bytes, file) = Read(path);
        var lacking = Lacking(file);
        if (lacking.Count == 0)
            return;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var known = KnownLibrary.Find(hash);
        if (known is null || SystemLibraries.IsMusl || lacking.Any(version => version.Name != known.Version))
            throw new NativeTorchException(WhyNot(path, hash, known, lacking));
        foreach (var version in lacking)
            file.MakeOptional(version, known.Replacements);
        Replace(path, bytes);
    }

    private static (byte[] Bytes, ElfFile File) Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return (bytes, new ElfFile(bytes));
        }
        catch (InvalidDataException exception)
        {
            throw new NativeTorchException($"{path}: {exception.Message} Remove it; if it comes back so, clear the package cache (dotnet nuget locals global-packages --clear), and start again.", exception);
        }
    }

    private static List<ElfVersion> Lacking(ElfFile file) =>
    [
        .. file.Needed.Where(version => !version.IsOptional).GroupBy(version => version.Library).SelectMany(group =>
        {
            var offered = SystemLibraries.VersionsOf(group.Key);
            return group.Where(version => !offered.Contains(version.Name));
        }),
    ];

    private static string WhyNot(string path, string hash, KnownLibrary? known, IReadOnlyList<ElfVersion> lacking)
    {
        if (SystemLibraries.IsMusl)
            return $"{path} cannot be loaded here: this system's C library is musl (Alpine and its kin), and libtorch is built for glibc. Take a system with glibc, such as Debian.";
        var asks = string.Join(", ", lacking.GroupBy(version => version.Library).Select(group =>
            $"{string.Join(", ", group.Select(version => version.Name))} of {group.Key}, which ends at {Newest(group.Key, lacking.First(version => version.Library == group.Key).Name.Split('_')[0])} here"));
        return known is null
            ? $"{path} cannot be loaded on this machine: it asks for {asks}. It is no version of TorchSharp's library that is known here (SHA-256 {hash}), so it is left as it is. {Remedy}"
            : $"{path} (TorchSharp {known.TorchSharp}) cannot be loaded on this machine: it asks for {asks}. {Remedy}";
    }

    private static string Newest(string library, string kind) =>
        SystemLibraries.Newest(SystemLibraries.VersionsOf(library), kind) ?? $"no {kind}";

    /// <summary>Keeps length, time and rights, so that a build sees no other file and copies none over it; a link is replaced, not followed.</summary>
    private static void Replace(string path, byte[] bytes)
    {
        var original = new FileInfo(path);
        var target = original.ResolveLinkTarget(returnFinalTarget: true) ?? original;
        var aside = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            File.WriteAllBytes(aside, bytes);
            File.SetLastWriteTimeUtc(aside, target.LastWriteTimeUtc);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(aside, File.GetUnixFileMode(target.FullName));
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NativeTorchException($"{path} must be changed for this machine's libstdc++, and cannot be: {exception.Message}", exception);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}

/// <summary>TorchSharp's native library cannot be loaded on this machine; the message says why and what to do.</summary>
public sealed class NativeTorchException(string message, Exception? inner = null) : Exception(message, inner);
