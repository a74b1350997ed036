using System.Reflection;

namespace Workbook.Sessions.Child;

/// <summary>The assemblies of the .NET runtime that this process runs on.</summary>
internal static class Framework
{
    private static readonly string Runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    // The host's own libraries are trusted as well, but only the runtime's lie under <dotnet>/shared.
    private static readonly Dictionary<string, string> Files =
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => path.StartsWith(Path.GetFullPath(Path.Combine(Runtime, "..", "..")), StringComparison.Ordinal))
            .DistinctBy(Path.GetFileNameWithoutExtension)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The paths of the base library's assemblies, which every cell may use.</summary>
    public static IEnumerable<string> Base => Files.Values.Where(IsBase);

    /// <summary>Whether a path is that of one of the base library's assemblies.</summary>
    public static bool IsBase(string path) => Path.GetDirectoryName(path) == Runtime;

    /// <summary>The path of an assembly, by its name or file name; null where the runtime has none such.</summary>
    public static string? Find(string name) =>
        Files.GetValueOrDefault(name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name);

    /// <summary>Whether the runtime has that assembly in that version or a newer one.</summary>
    public static bool Has(AssemblyName name) =>
        Find(name.Name!) is { } path &&
        (name.Version is null || AssemblyName.GetAssemblyName(path).Version >= name.Version);
}
