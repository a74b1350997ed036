using System.Runtime.InteropServices;
using System.Text.Json;

namespace Workbook.Setup;

/// <summary>Builds the library and publishes it flat into <c>artifacts/lib</c>, where notebooks refer to it.</summary>
internal sealed class LibraryStep(Repository repository, Machine machine) : IStep
{
    private const string Program = "Diffusion.Recipes";
    private readonly BuildMark _mark = new(Path.Combine(repository.Artifacts, "lib.underway"));

    /// <summary>What was built, kept in the published folder itself: the two change together or not at all.</summary>
    /// <param name="Sources">The fingerprint of all that it was built from.</param>
    /// <param name="Engine">The engine it was built against.</param>
    /// <param name="Files">The files published, with their lengths.</param>
    private sealed record Stamp(string Sources, string Engine, Dictionary<string, long> Files);

    private string StampPath => Path.Combine(repository.Library, "stamp.json");

    private string Plotly => Path.Combine(repository.Assets, "plotly-cartesian.min.js");

    public string Title => "Building the library";

    public bool IsDone() =>
        ReadStamp() is { } stamp
        && EngineChoice.Load(repository) is { } choice
        && stamp.Engine == choice.Identity
        && stamp.Files.All(file => new FileInfo(Path.Combine(repository.Library, file.Key)) is { Exists: true } found && found.Length == file.Value)
        && stamp.Sources == SourcesHash();

    public async Task RunAsync(Action<string> report, CancellationToken cancellation)
    {
        var choice = EngineChoice.Load(repository) ?? throw new SetupException("No engine is chosen. Type ./workbook setup.");
        var sources = SourcesHash();
        if (_mark.WasInterrupted())
            ForgetBuilds(Libraries());
        else if (ReadStamp()?.Engine != choice.Identity)
            ForgetBuilds(["TorchSharp.System"]);

        var folder = Aside.Begin(repository.Library);
        var build = await machine.RunAsync(machine.Dotnet, Publish(choice, folder), repository.Root, report, _mark.Set, cancellation);
        if (!build.Succeeded)
        {
            _mark.Clear();
            throw new SetupException($"The library did not build:\n{Errors(build, repository)}", ExitCode.Failure);
        }

        if (File.Exists(Plotly))
            File.Copy(Plotly, Path.Combine(folder, Path.GetFileName(Plotly)), overwrite: true);
        var files = Directory.EnumerateFiles(folder).ToDictionary(file => Path.GetFileName(file)!, file => new FileInfo(file).Length);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "stamp.json"), JsonSerializer.Serialize(new Stamp(sources, choice.Identity, files)), cancellation);
        Aside.Replace(repository.Library);
        _mark.Clear();
    }

    private static string[] Publish(EngineChoice choice, string folder)
    {
        string[] arguments =
        [
            "publish", Path.Combine("lib", Program, Program + ".csproj"), "-c", "Release", "-o", folder, "--nologo", "-v", "q",
            "-nodeReuse:false", "-p:UseSharedCompilation=false",
        ];

        // The packages keep their native libraries by platform; naming ours publishes them flat.
        return choice.Engine == EngineChoice.Nuget
            ? [.. arguments, "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained"]
            : arguments;
    }

    private IEnumerable<string> Libraries() =>
        Directory.EnumerateDirectories(Path.Combine(repository.Root, "lib")).Select(folder => Path.GetFileName(folder)!).Where(name => name != "Workbook");

    private string SourcesHash()
    {
        var shared = new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", Path.Combine("lib", "TorchEngine.props") };
        var files = Libraries().SelectMany(name => Fingerprint.Sources(Path.Combine(repository.Root, "lib", name)))
            .Concat(shared.Select(name => Path.Combine(repository.Root, name)).Where(File.Exists));
        return Fingerprint.Of(repository.Root, File.Exists(Plotly) ? files.Append(Plotly) : files);
    }

    private void ForgetBuilds(IEnumerable<string> projects)
    {
        foreach (var project in projects)
        {
            foreach (var made in new[] { "obj/Release", "obj/native", "bin/Release" })
                Aside.Delete(Path.Combine(repository.Root, "lib", project, made));
        }
    }

    private Stamp? ReadStamp()
    {
        try
        {
            return File.Exists(StampPath) ? JsonSerializer.Deserialize<Stamp>(File.ReadAllText(StampPath)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The compiler's error lines, each once; where it gave none, the end of what was said.</summary>
    internal static string Errors(ToolResult build, Repository repository)
    {
        var errors = build.Output.Split('\n')
            .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(" error: ", StringComparison.Ordinal))
            .Select(line => line.Trim().Replace(repository.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))
            .Distinct().Take(20).ToList();
        return errors.Count > 0 ? string.Join('\n', errors) : build.Tail();
    }
}
