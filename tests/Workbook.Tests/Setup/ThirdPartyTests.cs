using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Workbook.Base;
using Workbook.Setup;

namespace Workbook.Tests.Setup;

/// <summary>THIRD-PARTY.md names what the workbook is built on, in the versions that it takes.</summary>
public sealed partial class ThirdPartyTests
{
    private static readonly Dictionary<string, string> Listed = Rows().Matches(Text("THIRD-PARTY.md"))
        .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["version"].Value);

    [Fact]
    public void Packages_ThatTheLibrariesName_AreListed()
    {
        var props = XDocument.Parse(Text("Directory.Packages.props"));
        var values = props.Descendants("PropertyGroup").Elements().ToDictionary(value => $"$({value.Name})", value => value.Value);
        var named = Named().ToList();
        var pinned = props.Descendants("PackageVersion")
            .Select(package => (Name: (string)package.Attribute("Include")!, Version: (string)package.Attribute("Version")!))
            .Where(package => named.Exists(name => name.IsMatch(package.Name))).ToList();

        Assert.Contains(pinned, package => package.Name == "libtorch-cpu-linux-x64");
        AssertListed(pinned.Select(package => (package.Name, values.GetValueOrDefault(package.Version, package.Version))));
    }

    [Fact]
    public void Packages_ThatTheHostBringsAlong_AreListed()
    {
        var dependencies = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(HostProgram.Location, "deps.json")))!;
        var packages = dependencies["libraries"]!.AsObject().Where(library => (string?)library.Value!["type"] == "package")
            .Select(library => library.Key.Split('/')).ToList();

        Assert.Contains(packages, package => package[0] == "AsyncIO");
        AssertListed(packages.Select(package => (package[0], package[1])));
    }

    [Fact]
    public void Packages_OfThePages_AreListed() =>
        AssertListed(AssetPackage.All.Select(package => (package.Name, package.Version)));

    // What stands in a name for the platform matches all of them.
    private static IEnumerable<Regex> Named() =>
        from pattern in new[] { "*.props", "*.csproj" }
        from file in Directory.EnumerateFiles(Path.Combine(TemporaryTree.Real.Root, "lib"), pattern, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
        from reference in XDocument.Load(file).Descendants("PackageReference")
        select new Regex($"^{string.Join(".+", Variable().Split((string)reference.Attribute("Include")!).Select(Regex.Escape))}$");

    private static void AssertListed(IEnumerable<(string Name, string Version)> packages) => Assert.Empty(packages
        .Where(package => Listed.GetValueOrDefault(package.Name) != package.Version)
        .Select(package => $"{package.Name} {package.Version}: {Listed.GetValueOrDefault(package.Name, "no line")}"));

    private static string Text(string file) => File.ReadAllText(Path.Combine(TemporaryTree.Real.Root, file));

    [GeneratedRegex(@"\$\(\w+\)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\| (?<name>[\w.@/-]+) \| (?<version>\d[\w.-]*) \| [^|]*\w[^|]* \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
