using System.Text;

namespace Workbook.Sessions.Child.Language;

/// <summary>Finds documentation comments in the .xml files beside assemblies; the runtime's lie in the SDK's reference pack.</summary>
internal static class DocumentationFiles
{
    private static readonly Lazy<string[]> Framework = new(FrameworkFiles);

    /// <summary>The comment of one member; null where there is none.</summary>
    /// <param name="assembly">The assembly's path.</param>
    /// <param name="id">The member's documentation id, such as <c>M:System.Math.Abs(System.Int32)</c>.</param>
    public static string? Find(string assembly, string id)
    {
        var own = Path.ChangeExtension(assembly, ".xml");
        if (File.Exists(own))
            return Search(own, id);
        return Child.Framework.IsBase(assembly)
            ? Likely(id).Select(file => Search(file, id)).FirstOrDefault(found => found is not null)
            : null;
    }

    // A text search, since an index of the pack's 30 MB would cost more than all questions of a session.
    private static string? Search(string file, string id)
    {
        try
        {
            ReadOnlySpan<byte> text = File.ReadAllBytes(file);
            var start = text.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\""));
            if (start < 0)
                return null;
            text = text[start..];
            var end = text.IndexOf("</member>"u8);
            return end < 0 ? null : Encoding.UTF8.GetString(text[..end]) + "</member>";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The reference assemblies divide the types otherwise than the runtime's: try those named like the namespace first.
    private static IEnumerable<string> Likely(string id) => Framework.Value
        .OrderByDescending(file => Path.GetFileNameWithoutExtension(file) is var name &&
            id.AsSpan(2).StartsWith(name, StringComparison.Ordinal) ? name.Length : 0)
        .ThenBy(file => Path.GetFileNameWithoutExtension(file) != "System.Runtime");

    private static string[] FrameworkFiles()
    {
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var packs = new DirectoryInfo(Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref"));
        var pack = packs.Exists
            ? packs.EnumerateDirectories($"{Environment.Version.Major}.*").MaxBy(folder => folder.LastWriteTimeUtc)
            : null;
        return pack is null ? [] : Directory.GetFiles(pack.FullName, "*.xml", SearchOption.AllDirectories);
    }
}
