using System.Text.RegularExpressions;

namespace TorchSharp.Tests.Surface;

/// <summary>
/// surface.txt: TorchSharp's public signatures, for the types that our engine has too.
/// To refresh it (a type was added, or TorchSharp's version changed), run the tests with TORCHSHARP_SURFACE set to the path of
/// a complete surface file; it is then rewritten in the source tree with the lines of our types, and the tests go on with it.
/// </summary>
internal static partial class SurfaceFile
{
    private const string FileName = "surface.txt";

    // The complete file leaves TorchSharp.Utils out; what we have of it was read from TorchSharp's sources.
    private const string UtilsFileName = "surface.utils.txt";

    /// <summary>Lines as <see cref="SurfacePrinter"/> prints them, without the nullable marks of reference types.</summary>
    public static HashSet<string> Read(IReadOnlyCollection<Type> ours)
    {
        var folder = Path.Combine(Root(), "tests", "TorchSharp.System.Tests");
        var source = Path.Combine(folder, FileName);
        if (Environment.GetEnvironmentVariable("TORCHSHARP_SURFACE") is { Length: > 0 } full)
            Rewrite(full, source, ours);
        string[] lines = [.. File.ReadAllLines(source), .. File.ReadAllLines(Path.Combine(folder, UtilsFileName))];
        return Normalize(lines).ToHashSet(StringComparer.Ordinal);
    }

    private static void Rewrite(string full, string target, IReadOnlyCollection<Type> ours)
    {
        var names = ours.Select(t => $"{t.Namespace} {SurfacePrinter.Name(t)}").ToHashSet(StringComparer.Ordinal);
        var kept = new List<string>();
        var keep = false;
        foreach (var line in File.ReadLines(full))
        {
            if (TypeHead().Match(line) is { Success: true } head)
                keep = names.Contains($"{head.Groups["space"].Value} {head.Groups["name"].Value}");
            if (keep) kept.Add(line);
        }
        File.WriteAllLines(target + ".new", kept);
        File.Move(target + ".new", target, overwrite: true);
    }

    /// <summary>Drops "?" after all but value types, the only ones where it is part of the type.</summary>
    private static IEnumerable<string> Normalize(IReadOnlyCollection<string> lines)
    {
        var values = lines.Select(l => ValueType().Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value)
            .Concat(["bool", "byte", "int", "long", "double", "float", "Int16", "SByte", "UInt64", "Half", "BFloat16", "Complex", "Range"])
            .Concat(["Padding", "PaddingModes", "torch.ScalarType", "torch.layout", "layout", "DeviceType", "TensorStringStyle"])
            .ToHashSet(StringComparer.Ordinal);
        return lines.Select(line => Mark().Replace(line, m => values.Contains(m.Groups["type"].Value) ? m.Value : m.Groups["type"].Value));
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Diffusion.Notebooks.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside the repository: no Diffusion.Notebooks.sln above them.");
    }

    [GeneratedRegex(@"^TYPE (?<space>\S+) \| (?:static |abstract |sealed )?(?:class|struct|enum|interface) (?<name>\S+)")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"^TYPE \S+ \| (?:enum|struct) (?<name>\S+)")]
    private static partial Regex ValueType();

    [GeneratedRegex(@"(?<type>[A-Za-z0-9_.]+|>|\])\?")]
    private static partial Regex Mark();
}
