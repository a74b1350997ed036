using System.Text.Json;
using TorchNative;
using Workbook.Base;

namespace Workbook.Setup;

/// <summary>Builds the library and publishes it flat into <c>artifacts/lib</c>, where notebooks refer to it.</summary>
internal sealed class LibraryStep(Repository repository, Machine machine, SetupOptions options) : IStep
{
    private const string Program = "Diffusion.Recipes";
    private static readonly string[] BuildFiles =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", Path.Combine("lib", "Torch.props")];

    private readonly BuildMark _mark = new(Path.Combine(repository.Artifacts, "lib.underway"));
    private readonly string _device = options.Device ?? DeviceChoice.Load(repository);

    /// <summary>What was built, kept in the published folder itself: the two change together or not at all.</summary>
    /// <param name="Sources">The fingerprint of all that it was built from.</param>
    /// <param name="Device">The device whose packages it was built with.</param>
    /// <param name="Files">The files published, with their lengths.</param>
    private sealed record Stamp(string Sources, string Device, Dictionary<string, long> Files);

    private string StampPath => Path.Combine(repository.Library, "stamp.json");

    private string Plotly => Path.Combine(repository.Assets, "plotly-cartesian.min.js");

    public string Title => "Building the library";

    public bool IsDone() =>
        ReadStamp() is { } stamp
        && stamp.Device == _device
        && _device == DeviceChoice.Load(repository)
        && stamp.Files.All(file => new FileInfo(Path.Combine(repository.Library, file.Key)) is { Exists: true } found && found.Length == file.Value)
        && stamp.Sources == SourcesHash()
        && !DeviceChoice.IsDamaged(repository)
        && IsLoadable();

    // A tree may have come here from a newer system, and a file may have lost its contents.
    private bool IsLoadable()
    {
        try
        {
            return !NativeTorch.IsLackingIn(repository.Library);
        }
        catch (NativeTorchException)
        {
            return false;
        }
    }

    public async Task RunAsync(Action<string> report, CancellationToken cancellation)
    {
        if (Platform.WhyNot(Platform.Rid) is { } reason)
            throw new SetupException(reason);
        if (DeviceChoice.IsDamaged(repository))
            File.Delete(repository.DeviceProps);
        var sources = SourcesHash();
        if (_mark.WasInterrupted())
            ForgetBuilds();

        var folder = Aside.Begin(repository.Library);
        var build = await machine.RunAsync(machine.Dotnet, Publish(folder), repository.Root, report, _mark.Set, cancellation);
        if (!build.Succeeded)
        {
            _mark.Clear();
            throw RestoreProblem.Of(build, _device) ?? new SetupException($"The library did not build:\n{Errors(build, repository)}", ExitCode.Failure);
        }

        if (File.Exists(Plotly))
            File.Copy(Plotly, Path.Combine(folder, Path.GetFileName(Plotly)), overwrite: true);
        var files = Directory.EnumerateFiles(folder).ToDictionary(file => Path.GetFileName(file)!, file => new FileInfo(file).Length);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "stamp.json"), JsonSerializer.Serialize(new Stamp(sources, _device, files)), cancellation);
        Aside.Replace(repository.Library);
        if (_device != DeviceChoice.Load(repository))
            DeviceChoice.Save(repository, _device);
        _mark.Clear();
    }

    /// <summary>The packages keep their native libraries by platform; naming ours publishes them flat. Analyzers, which take half of
    /// a build, have their say when tests are built.</summary>
    private string[] Publish(string folder) =>
    [
        "publish", Path.Combine("lib", Program, Program + ".csproj"), "-c", "Release", "-o", folder, "-r", Platform.Rid, "--no-self-contained",
        "--nologo", "-v", "q", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", $"-p:{DeviceChoice.Property}={_device}",
    ];

    /// <summary>All but the host, which builds itself.</summary>
    private IEnumerable<string> Projects() => Directory.EnumerateDirectories(Path.Combine(repository.Root, "lib"))
        .Where(folder => !Path.GetFileName(folder).StartsWith("Workbook", StringComparison.Ordinal));

    private string SourcesHash()
    {
        var files = Projects().SelectMany(Fingerprint.Sources)
            .Concat(BuildFiles.Select(name => Path.Combine(repository.Root, name)).Where(File.Exists));
        return Fingerprint.Of(repository.Root, File.Exists(Plotly) ? files.Append(Plotly) : files);
    }

    private void ForgetBuilds()
    {
        foreach (var project in Projects())
            foreach (var made in new[] { "obj/Release", "bin/Release" })
                Aside.Delete(Path.Combine(project, made));
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
