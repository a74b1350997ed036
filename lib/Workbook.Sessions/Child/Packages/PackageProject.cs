using System.Text.Json;
using System.Xml.Linq;
using Workbook.Base;

namespace Workbook.Sessions.Child.Packages;

/// <summary>The project that does nothing but need packages, which the SDK then gathers.</summary>
/// <param name="folder">Its folder, of its own.</param>
internal sealed class PackageProject(string folder)
{
    private const string Name = "workbook-packages";

    public string File => Path.Combine(folder, Name + ".csproj");

    /// <summary>Where the libraries go.</summary>
    public string Output => Path.Combine(folder, "out");

    /// <summary>The part of the framework and machine that packages are chosen for.</summary>
    public static string Target { get; } = $"net{Environment.Version.Major}.0/{Platform.Rid}";

    /// <summary>The command that gathers them; no server of it stays behind.</summary>
    public IEnumerable<string> Arguments =>
        ["publish", File, "--output", Output, "--verbosity", "quiet", "--nologo", "-nodeReuse:false"];

    public void Write(IEnumerable<PackageRequest> requests, IReadOnlyList<string> sources)
    {
        Directory.CreateDirectory(folder);
        // A package version lies in the machine's cache already: a link to it is enough, as some are gigabytes.
        new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", Target.Split('/')[0]),
                new XElement("RuntimeIdentifier", Target.Split('/')[1]),
                new XElement("SelfContained", false),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', sources)),
                // A source that a notebook names may be long gone, and what it had moved to the registries.
                new XElement("RestoreIgnoreFailedSources", sources.Count > 0),
                new XElement("CreateSymbolicLinksForPublishFilesIfPossible", !OperatingSystem.IsWindows()),
                new XElement("GenerateDependencyFile", false),
                new XElement("UseSharedCompilation", false),
                new XElement("NuGetAudit", false)),
            new XElement("ItemGroup", requests.Select(request => new XElement("PackageReference",
                new XAttribute("Include", request.Name), new XAttribute("Version", request.Version))))).Save(File);
        // Nothing above the folder is to take part.
        foreach (var other in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            new XElement("Project").Save(Path.Combine(folder, other));
    }

    /// <summary>Leaves the packages' files alone in the output, with the list of their versions.</summary>
    public void Finish()
    {
        foreach (var own in Directory.EnumerateFiles(Output, Name + ".*").ToList())
            System.IO.File.Delete(own);
        using var assets = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        RestoredPackages.WriteList(Output, assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name.Replace('/', ' ')));
    }
}
