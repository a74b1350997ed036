using System.Reflection.PortableExecutable;

namespace Workbook.Sessions.Child.Packages;

/// <summary>Packages with all that they need, as files beside each other in one folder, and the list of their versions.</summary>
/// <param name="Folder">Where they are.</param>
internal sealed record RestoredPackages(string Folder)
{
    private const string ListName = "packages.txt";

    /// <summary>Every package, the needed ones included, as <c>Name Version</c>.</summary>
    public IReadOnlyList<string> Packages => File.ReadAllLines(Path.Combine(Folder, ListName));

    /// <summary>The version that a package came in.</summary>
    public string? VersionOf(string name) => Packages
        .Select(line => line.Split(' '))
        .FirstOrDefault(entry => entry[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    /// <summary>The libraries that code can be compiled against.</summary>
    public IEnumerable<string> Assemblies => Directory.EnumerateFiles(Folder, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal);

    /// <summary>What an earlier session restored there; null where it did not, or the machine's package cache was emptied since.</summary>
    public static RestoredPackages? Find(string folder) =>
        File.Exists(Path.Combine(folder, ListName)) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).All(LeadsToAFile)
            ? new RestoredPackages(folder)
            : null;

    public static void WriteList(string folder, IEnumerable<string> packages) =>
        File.WriteAllLines(Path.Combine(folder, ListName), packages);

    // A link that leads nowhere exists, too.
    private static bool LeadsToAFile(string path) => new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.Exists ?? true;

    private static bool IsManaged(string path)
    {
        try
        {
            using var reader = new PEReader(File.OpenRead(path));
            return reader.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
