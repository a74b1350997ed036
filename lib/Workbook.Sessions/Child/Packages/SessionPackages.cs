using System.Text.RegularExpressions;
using TorchNative;
using Workbook.Base;
using Workbook.Documents;
using Workbook.Sessions.Child.Directives;

namespace Workbook.Sessions.Child.Packages;

/// <summary>The packages that a session's cells have asked for so far.</summary>
/// <param name="folder">The notebook's folder.</param>
/// <param name="context">Loads what they hold.</param>
internal sealed partial class SessionPackages(string folder, NotebookLoadContext context)
{
    private readonly PackageRestorer _restorer = new(PackageRestorer.DefaultCache, new Machine());
    private readonly List<string> _sources = [];
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<PackageRequest> _requests = [];
    private RestoredPackages? _restored;

    /// <summary>Follows the directives of a piece of code, and of the files that it loads.</summary>
    /// <returns>The libraries that were not known before.</returns>
    /// <exception cref="DirectiveException">A package cannot be had.</exception>
    public IReadOnlyList<string> Add(CodePart part, CancellationToken cancellation)
    {
        var directives = part.Packages.Concat(Loaded(part.Text, folder, 0)).ToList();
        _sources.AddRange(directives.Where(directive => IsSource(directive)).Select(Source).Except(_sources));
        var wanted = _requests;
        var (line, asked) = (0, new List<PackageRequest>());
        foreach (var directive in directives.Where(directive => !IsSource(directive)))
        {
            var request = PackageRequest.Parse(directive);
            if (IsKnown(wanted, request, directive))
                continue;
            wanted = [.. wanted, request];
            asked.Add(request);
            line = directive.Line;
        }
        return asked.Count == 0 ? [] : Restore(wanted, asked, line, cancellation);
    }

    private List<string> Restore(IReadOnlyList<PackageRequest> wanted, List<PackageRequest> asked, int line, CancellationToken cancellation)
    {
        try
        {
            _restored = Task.Run(() => _restorer.RestoreAsync(wanted, _sources, cancellation), CancellationToken.None).GetAwaiter().GetResult();
            NativeTorch.EnsureIn(_restored.Folder);
        }
        catch (Exception error) when (error is PackageException or NativeTorchException)
        {
            throw new DirectiveException(error.Message, line);
        }
        _requests = wanted;
        context.AddFolder(_restored.Folder);
        CellOutput.Display(new MimeBundle(MimeBundle.Plain, string.Join('\n', asked.Select(request => $"Package {request.Name} {_restored.VersionOf(request.Name)}"))));
        return [.. _restored.Assemblies.Where(path => _files.Add(Path.GetFileName(path)))];
    }

    // A library is loaded once, and what is loaded stays.
    private bool IsKnown(IEnumerable<PackageRequest> wanted, PackageRequest request, Directive directive)
    {
        if (wanted.FirstOrDefault(other => other.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase)) is not { } known)
            return false;
        if (request.Version == known.Version || VersionRange.Admits(request.Version, _restored?.VersionOf(request.Name) ?? known.Version))
            return true;
        throw new DirectiveException(
            $"{known.Name} is already here in version {_restored?.VersionOf(known.Name) ?? known.Version}. Restart the session to use {request.Version}.",
            directive.Line);
    }

    private static bool IsSource(Directive directive) => directive.Name.Equals("#i", StringComparison.OrdinalIgnoreCase);

    private string Source(Directive directive)
    {
        if (SourcePattern().Match(directive.Argument) is not { Success: true } match)
            throw new DirectiveException($"#i {directive.Argument} names no source. Write #i \"nuget: address or folder\".", directive.Line);
        var source = match.Groups["source"].Value.Trim();
        if (source.Contains("://", StringComparison.Ordinal))
            return source;
        var path = Path.GetFullPath(Path.Combine(folder, source));
        return Directory.Exists(path)
            ? path
            : throw new DirectiveException($"#i: the folder {source} is not there. Paths start at the notebook's folder.", directive.Line);
    }

    private static IEnumerable<Directive> Loaded(string code, string from, int depth)
    {
        const int Deepest = 16; // A file that loads itself is the compiler's to refuse.
        if (depth == Deepest || !code.Contains("#load", StringComparison.OrdinalIgnoreCase))
            return [];
        return LoadPattern().Matches(code)
            .Select(match => Path.GetFullPath(Path.Combine(from, match.Groups["path"].Value)))
            .Where(File.Exists)
            .SelectMany(path =>
            {
                var text = File.ReadAllText(path);
                return CellLine.Split(text).Select(line => line.Directive).OfType<Directive>().Where(directive => directive.IsPackage)
                    .Concat(Loaded(text, Path.GetDirectoryName(path)!, depth + 1));
            });
    }

    [GeneratedRegex("""^nuget\s*:\s*"?(?<source>.+)$""", RegexOptions.IgnoreCase)]
    private static partial Regex SourcePattern();

    [GeneratedRegex("""^\s*#load\s+"(?<path>[^"]+)""", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex LoadPattern();
}
