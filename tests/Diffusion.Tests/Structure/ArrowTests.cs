using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Diffusion.Tests.Structure;

/// <summary>Which project may know which: arrows point one way.</summary>
public sealed partial class ArrowTests
{
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Diffusion"] = [],
        ["Diffusion.Kernels"] = ["Diffusion"],
        ["Diffusion.Charts"] = ["Diffusion"],
        ["Diffusion.Recipes"] = ["Diffusion", "Diffusion.Kernels", "Diffusion.Charts"],
        ["TorchNative"] = [],
        ["TorchAnalyzers"] = [],
        ["Workbook.Base"] = ["TorchNative"],
        ["Workbook.Documents"] = ["Workbook.Base"],
        ["Workbook.Sessions"] = ["Workbook.Base", "Workbook.Documents", "TorchNative", "TorchAnalyzers"],
        ["Workbook.Jupyter"] = ["Workbook.Base", "Workbook.Documents", "Workbook.Sessions"],
        ["Workbook.Book"] = ["Workbook.Base", "Workbook.Documents", "Workbook.Sessions"],
        ["Workbook"] = ["Workbook.Base", "Workbook.Documents", "Workbook.Sessions", "Workbook.Jupyter", "Workbook.Book", "TorchNative"],
    };

    public static TheoryData<string> Projects => [.. May.Keys];

    [Fact]
    public void Projects_OfTheLibrary_AreTheseAndNoOthers() => Assert.Equal(
        May.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Lib, "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_ByItsReferences_KnowsWhatItMay(string project)
    {
        var file = XDocument.Load(Path.Combine(Lib, project, project + ".csproj"));
        var known = file.Descendants("ProjectReference")
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(reference => Path.GetFileNameWithoutExtension((reference.Attribute("Include") ?? reference.Attribute("Update"))!.Value.Replace('\\', '/')));
        Assert.Empty(known.Except(May[project]));
    }

    // Internals that are shared by name, and sources that are compiled in, leave no reference.
    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_ByItsUsings_KnowsWhatItMay(string project)
    {
        string[] forbidden = [.. May.Keys.Except(May[project]).Except([project])];
        var found = from file in Directory.EnumerateFiles(Path.Combine(Lib, project), "*.cs", SearchOption.AllDirectories)
                    where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                    from line in File.ReadLines(file)
                    let used = Using().Match(line).Groups[1].Value
                    where used != "" && forbidden.Contains(OwnerOf(used))
                    select $"{Path.GetRelativePath(Lib, file)}: {line}";
        Assert.Empty(found);
    }

    // The schedule knows no network, a network no sampler, and none of them a lesson or a trainer.
    [Theory]
    [InlineData("Schedules", "Models", "Sampling", "Training", "Storage", "Metrics", "Teaching", "Likelihood")]
    [InlineData("Models", "Sampling", "Training", "Metrics", "Teaching")]
    [InlineData("Sampling", "Training", "Storage", "Metrics", "Teaching")]
    [InlineData("Training", "Sampling", "Teaching")]
    [InlineData("Acceleration", "Models", "Sampling", "Training", "Schedules")]
    [InlineData("Storage", "Models", "Sampling", "Training", "Schedules", "Data", "Metrics", "Teaching", "Likelihood")]
    public void Room_OfTheLibrary_KnowsNoLaterOne(string room, params string[] later)
    {
        var found = from file in Directory.EnumerateFiles(Path.Combine(Lib, "Diffusion", room), "*.cs", SearchOption.AllDirectories)
                    from line in File.ReadLines(file)
                    where later.Any(name => line.StartsWith($"using Diffusion.{name};", StringComparison.Ordinal))
                    select $"{Path.GetFileName(file)}: {line}";
        Assert.Empty(found);
    }

    // The two ends of a protocol know it, and it knows neither; what runs cells knows no one who has them run.
    [Theory]
    [InlineData("Workbook.Sessions", "Protocol", "Cells", "Child", "Formatting", "Running")]
    [InlineData("Workbook.Sessions", "Child", "Running")]
    [InlineData("Workbook.Sessions", "Running", "Cells", "Child", "Formatting")]
    [InlineData("Workbook.Jupyter", "Messages", "Editors", "Past", "Specs")]
    [InlineData("Workbook.Book", "Markdown", "Outputs", "Pages", "Publishing")]
    [InlineData("Workbook.Book", "Outputs", "Pages", "Publishing")]
    [InlineData("Workbook.Book", "Pages", "Publishing")]
    [InlineData("Workbook", "Setup", "Commands")]
    public void Room_OfTheHost_KnowsNoLaterOne(string project, string room, params string[] later)
    {
        var found = from file in Directory.EnumerateFiles(Path.Combine(Lib, project, room), "*.cs", SearchOption.AllDirectories)
                    from line in File.ReadLines(file)
                    let used = Using().Match(line).Groups[1].Value + "."
                    where later.Any(name => used.StartsWith($"{project}.{name}.", StringComparison.Ordinal))
                    select $"{Path.GetFileName(file)}: {line}";
        Assert.Empty(found);
    }

    private static string Lib => Path.GetFullPath(Golden.PathOf("../../lib"));

    // The longest project's name that begins the namespace.
    private static string? OwnerOf(string space) => May.Keys.OrderByDescending(name => name.Length)
        .FirstOrDefault(name => space == name || space.StartsWith(name + ".", StringComparison.Ordinal));

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?([\w.]+);")]
    private static partial Regex Using();
}
