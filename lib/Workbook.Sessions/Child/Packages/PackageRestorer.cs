using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Workbook.Base;

namespace Workbook.Sessions.Child.Packages;

/// <summary>Has the .NET SDK fetch packages, and remembers what it gathered, so that the same ones come at once the next time.</summary>
/// <param name="cache">The folder that remembers, beyond this session.</param>
/// <param name="machine">Where the SDK is.</param>
internal sealed partial class PackageRestorer(string cache, Machine machine)
{
    /// <summary>The folder of the user's own.</summary>
    public static string DefaultCache => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
            ? folder : Path.GetTempPath(),
        "workbook", "packages");

    /// <summary>The packages and all that they need.</summary>
    /// <param name="requests">All that the session has asked for, so that their versions fit together.</param>
    /// <param name="sources">Where to look besides the registries that are set up on the machine.</param>
    /// <param name="cancellation">Ends the SDK.</param>
    /// <exception cref="PackageException">The SDK or the registry refuses; the message is theirs.</exception>
    public async Task<RestoredPackages> RestoreAsync(
        IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, CancellationToken cancellation)
    {
        var folder = Path.Combine(cache, Key(requests, sources));
        var known = RestoredPackages.Find(folder);
        if (known is not null && !requests.Any(request => request.IsFloating))
            return known;
        try
        {
            return await GatherAsync(folder, requests, sources, cancellation);
        }
        catch (PackageException) when (known is not null)
        {
            return known; // The newest that could be had when there was a network.
        }
    }

    private async Task<RestoredPackages> GatherAsync(
        string folder, IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, CancellationToken cancellation)
    {
        var aside = $"{folder}.{Environment.ProcessId}.new";
        var project = new PackageProject(aside);
        try
        {
            project.Write(requests, sources);
            var result = await machine.RunAsync(machine.Dotnet, project.Arguments, aside, cancellation: cancellation);
            if (!result.Succeeded)
                throw new PackageException(Explain(result), requests);
            project.Finish();
            return Place(project.Output, folder, replace: requests.Any(request => request.IsFloating));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SetupException)
        {
            throw new PackageException(error.Message, requests);
        }
        finally
        {
            Aside.Delete(aside);
        }
    }

    // Another session may have gathered the same meanwhile, and be using it.
    private static RestoredPackages Place(string output, string folder, bool replace)
    {
        if (!replace && RestoredPackages.Find(folder) is { } other)
            return other;
        Aside.Delete(folder);
        Directory.Move(output, folder);
        return new RestoredPackages(folder);
    }

    private static string Key(IEnumerable<PackageRequest> requests, IEnumerable<string> sources)
    {
        var text = string.Join('\n', requests.Select(request => $"{request.Name}/{request.Version}".ToLowerInvariant()).Order(StringComparer.Ordinal)
            .Concat(sources).Append(PackageProject.Target));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 12);
    }

    // NuGet's own words, without the project's path around them; where there are none, the end of what was said.
    private static string Explain(ToolResult result)
    {
        var errors = ErrorLine().Matches(result.Output + "\n" + result.Error)
            .Select(match => match.Groups["text"].Value.Trim()).Distinct().ToList();
        return errors.Count > 0 ? string.Join('\n', errors) : result.Tail();
    }

    // A source that is out of reach is a warning, yet may be why a package was not found.
    [GeneratedRegex(@"(error\s+|warning\s+(?=NU1801))(?<text>(NU|NETSDK|MSB|CS)\d+:.*?)(\s\[[^\]]*proj\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
