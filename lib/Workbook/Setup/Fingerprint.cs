using System.Security.Cryptography;
using System.Text;

namespace Workbook.Setup;

/// <summary>One hash over the names and contents of many files: equal exactly where nothing was changed.</summary>
internal static class Fingerprint
{
    private static readonly string[] NotSources = ["bin", "obj", "TestResults"];

    /// <summary>The sources below a folder, without what builds leave there.</summary>
    public static IEnumerable<string> Sources(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder))
            if (!NotSources.Contains(Path.GetFileName(inner)))
                foreach (var file in Sources(inner))
                    yield return file;
    }

    /// <summary>The hash of files, whatever their order, and of <paramref name="settings"/> that they are built with.</summary>
    /// <param name="root">Names are hashed relative to it, so that a moved tree keeps its hash.</param>
    /// <param name="files">Existing files.</param>
    /// <param name="settings">Anything else that the result depends on.</param>
    public static string Of(string root, IEnumerable<string> files, params string[] settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            Append(hash, Path.GetRelativePath(root, file));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        foreach (var setting in settings)
            Append(hash, setting);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Length first, so that no two lists of texts hash alike.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
