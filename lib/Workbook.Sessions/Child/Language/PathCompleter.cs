using System.Text.RegularExpressions;
using Workbook.Sessions.Child.Directives;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child.Language;

/// <summary>Completes the directives themselves, and the paths in those that name a file.</summary>
/// <param name="folder">The notebook's folder.</param>
internal sealed partial class PathCompleter(string folder)
{
    private static readonly Dictionary<string, string[]> Extensions = new()
    {
        ["#r"] = [".dll", ".exe"],
        ["#load"] = [".csx", ".cs"],
        ["#!import"] = [".ipynb", ".dib", ".csx", ".cs"],
    };

    /// <summary>The answer, where the cursor is in a directive; null where it is elsewhere.</summary>
    public CompletionReply? Complete(string code, int cursor)
    {
        var line = code[(code.LastIndexOf('\n', Math.Max(0, cursor - 1), cursor) + 1)..cursor];
        if (PathPattern().Match(line) is { Success: true } path)
            return Paths(path.Groups["path"].Value, Extensions[path.Groups["name"].Value.ToLowerInvariant()], cursor);
        return NamePattern().Match(line) is { Success: true } name ? Names(name.Value.TrimStart(), cursor) : null;
    }

    private static CompletionReply Names(string prefix, int cursor) => Reply(
        DirectiveHelp.All.SelectMany(directive => directive.Names).Select(name => new Completion(name, CompletionType.Directive)), prefix, cursor);

    private CompletionReply Paths(string written, string[] extensions, int cursor)
    {
        var name = written[(written.LastIndexOf('/') + 1)..];
        var place = new DirectoryInfo(Path.Combine(folder, written[..^name.Length]));
        try
        {
            var entries = place.EnumerateFileSystemInfos()
                .Where(entry => name.StartsWith('.') || !entry.Name.StartsWith('.'))
                .Where(entry => entry is DirectoryInfo || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                .Select(entry => entry is DirectoryInfo
                    ? new Completion(entry.Name + "/", CompletionType.Path, 1)
                    : new Completion(entry.Name, CompletionType.Path));
            return Reply(entries, name, cursor);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return CompletionReply.None(cursor);
        }
    }

    private static CompletionReply Reply(IEnumerable<Completion> all, string prefix, int cursor)
    {
        var found = Completion.Matching(all, prefix).ToList();
        return new CompletionReply(
            [.. found.Select(item => item.Text)], cursor - prefix.Length, cursor, [.. found.Select(item => item.Type)]);
    }

    [GeneratedRegex("""^\s*(?<name>#r|#load)\s+"(?!\s*nuget\s*:)(?<path>[^"]*)$|^(?<name>#!import)\s+"?(?<path>[^"]*)$""", RegexOptions.IgnoreCase)]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"^\s*#!?[\w#]*$")]
    private static partial Regex NamePattern();
}
