using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workbook.Base;
using Workbook.Documents;

namespace Workbook.Sessions.Running;

/// <summary>Remembers from what a run was made, to tell whether another one would be the same.</summary>
internal static class RunStamp
{
    private const string Extension = ".stamp";
    private const long Large = 32 << 20;

    /// <summary>Whether the executed copy was made, successfully, from exactly this.</summary>
    public static bool IsCurrent(string target, string stamp) =>
        File.Exists(target) && File.Exists(target + Extension) && File.ReadAllText(target + Extension) == stamp;

    public static void Write(string target, string stamp) => Aside.WriteText(target + Extension, stamp);

    public static void Remove(string target)
    {
        if (File.Exists(target + Extension))
            File.Delete(target + Extension);
    }

    /// <summary>A hash of the notebook without its outputs, the parameters and the library; null for what is no notebook.</summary>
    public static string? Compute(string source, IReadOnlyList<Parameter> parameters, string library)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            Add(hash, NotebookWriter.ToText(NotebookFile.Read(source).Cleared()));
        }
        catch (NotebookException)
        {
            return null; // The run itself will say why.
        }
        foreach (var parameter in parameters)
            Add(hash, $"{parameter.Name}\0{parameter.Value}");
        foreach (var file in LibraryFiles(library))
        {
            Add(hash, file.Name);
            // A large one is a released native library: its size says enough.
            if (file.Length > Large)
                Add(hash, file.Length.ToString(CultureInfo.InvariantCulture));
            else
                hash.AppendData(File.ReadAllBytes(file.FullName));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<FileInfo> LibraryFiles(string library) => Directory.Exists(library)
        ? new DirectoryInfo(library).EnumerateFiles()
            .Where(file => file.Extension is ".dll" or ".so" or ".dylib")
            .OrderBy(file => file.Name, StringComparer.Ordinal)
        : [];

    private static void Add(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
}
