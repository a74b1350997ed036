using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Workbook.Setup;

namespace Workbook.Tests.Setup;

/// <summary>THIRD-PARTY.md names what the workbook is built on, in the versions that it takes.</summary>
public sealed partial class ThirdPartyTests
{
    private static readonly Dictionary<string, string> Listed = Rows().Matches(Text("THIRD-PARTY.md"))
        .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["version"].Value);

    [Fact]
    public void Packages_PinnedForMoreThanTests_AreListed()
    {
        var props = XDocument.Parse(Text("Directory.Packages.props"));
        var values = props.Descendants("PropertyGroup").Elements().ToDictionary(value => $"$({value.Name})", value => value.Value);
        var pinned = props.Descendants("ItemGroup").Where(group => (string?)group.Attribute("Label") != "Tests")
            .Elements("PackageVersion").ToDictionary(package => (string)package.Attribute("Include")!, package => (string)package.Attribute("Version")!);

        Assert.Contains("NetMQ", pinned.Keys);
        AssertListed(pinned.Select(package => (package.Key, values.GetValueOrDefault(package.Value, package.Value))));
    }

    [Fact]
    public void Packages_ThatTheHostBringsAlong_AreListed()
    {
        var dependencies = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(typeof(Repository).Assembly.Location, "deps.json")))!;
        var packages = dependencies["libraries"]!.AsObject().Where(library => (string?)library.Value!["type"] == "package")
            .Select(library => library.Key.Split('/')).ToList();

        Assert.Contains(packages, package => package[0] == "AsyncIO");
        AssertListed(packages.Select(package => (package[0], package[1])));
    }

    [Fact]
    public void Packages_OfThePages_AreListed() =>
        AssertListed(AssetPackage.All.Select(package => (package.Name, package.Version)));

    private static void AssertListed(IEnumerable<(string Name, string Version)> packages) => Assert.Empty(packages
        .Where(package => Listed.GetValueOrDefault(package.Name) != package.Version)
        .Select(package => $"{package.Name} {package.Version}: {Listed.GetValueOrDefault(package.Name, "no line")}"));

    private static string Text(string file) => File.ReadAllText(Path.Combine(TemporaryTree.Real.Root, file));

    [GeneratedRegex(@"^\| (?<name>[\w.@/-]+) \| (?<version>\d[\w.-]*) \| [^|]*\w[^|]* \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
