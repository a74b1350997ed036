using System.Text.RegularExpressions;

namespace Workbook.Setup;

/// <summary>Whether the reader's package sources have the TorchSharp packages; asked by restoring them.</summary>
internal static partial class PackageRegistry
{
    /// <summary>What the sources answered.</summary>
    /// <param name="Has">Whether the packages were restored.</param>
    /// <param name="Reason">Why or why not, for the reader.</param>
    public sealed record Answer(bool Has, string Reason);

    /// <summary>Restores a project that needs nothing else, inside the tree, so that the reader's NuGet settings apply.</summary>
    public static async Task<Answer> AskAsync(Repository repository, Machine machine, string device, Action<string> report, CancellationToken cancellation)
    {
        var version = TorchSharpVersion(repository);
        var folder = Aside.Begin(Path.Combine(repository.Artifacts, "registry"));
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.props"), "<Project />", cancellation);
            await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Packages.props"), "<Project />", cancellation);
            await File.WriteAllTextAsync(Path.Combine(folder, "registry.csproj"), Project(version, device), cancellation);
            var restore = await machine.RunAsync(machine.Dotnet, ["restore", "registry.csproj", "-nodeReuse:false"], folder, report, cancellation: cancellation);
            return restore.Succeeded
                ? new Answer(true, $"the package registry has TorchSharp {version}")
                : new Answer(false, WhyNot(restore, version));
        }
        finally
        {
            Aside.Delete(folder);
        }
    }

    private static string WhyNot(ToolResult restore, string version)
    {
        var text = restore.Output + restore.Error;
        if (text.Contains("NU1101", StringComparison.Ordinal) || text.Contains("NU1102", StringComparison.Ordinal))
            return $"the package registry has no TorchSharp {version}";
        return text.Contains("NU1301", StringComparison.Ordinal)
            ? "the package registry could not be reached"
            : $"TorchSharp {version} could not be restored: {restore.Tail(1)}";
    }

    private static string TorchSharpVersion(Repository repository)
    {
        var file = Path.Combine(repository.Root, "Directory.Packages.props");
        return Version().Match(File.ReadAllText(file)) is { Success: true } found
            ? found.Groups[1].Value
            : throw new SetupException($"{file} names no TorchSharpVersion.");
    }

    [GeneratedRegex("<TorchSharpVersion>(.+?)</TorchSharpVersion>")]
    private static partial Regex Version();

    private static string Project(string version, string device)
    {
        var native = device == EngineChoice.Cpu ? "cpu" : OperatingSystem.IsWindows() ? "cuda-windows" : "cuda-linux";
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TorchSharp" Version="[{version}]" />
                <PackageReference Include="TorchSharp-{native}" Version="[{version}]" />
              </ItemGroup>
            </Project>
            """;
    }
}
