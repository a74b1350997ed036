using Diffusion.Storage;

namespace Diffusion.Data;

/// <summary>What lies in a reader's folder of pictures: all of it is taken, or named, or the folder is refused.</summary>
/// <param name="Classes">The classes and their files, in the order of their names.</param>
/// <param name="Notes">What was left out, and what was taken from deeper down, a line each.</param>
internal sealed record FolderContent(IReadOnlyList<(string Name, string[] Files)> Classes, IReadOnlyList<string> Notes)
{
    private const int Named = 5;

    private static readonly string[] OtherFormats = [".tif", ".tiff", ".heic", ".heif", ".avif", ".jxl", ".jp2", ".svg", ".ico", ".psd"];

    // Hidden files are the system's and the tools', and no one means them.
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden,
        IgnoreInaccessible = false,
    };

    public static FolderContent Of(string path)
    {
        string[] folders = [.. Directory.EnumerateDirectories(path).Where(folder => !IsHidden(folder, path)).Order(StringComparer.Ordinal)];
        string[] loose = [.. Directory.EnumerateFiles(path).Where(file => !IsHidden(file, path)).Order(StringComparer.Ordinal)];
        if (folders.Length > 0 && loose.Where(IsPicture).ToArray() is { Length: > 0 } beside)
            throw BadFile.Error(path, $"{beside.Length} of its pictures lie loose beside the classes' folders ({List(folders, path)}): {List(beside, path)}",
                "Move each into the folder of its class, or into one of its own");
        var classes = folders.Length == 0 ? [(Name(path), loose)] : folders.Select(folder => (Name(folder), All(folder))).ToArray();
        foreach (var (name, files) in classes)
        {
            if (!files.Any(IsPicture))
                throw BadFile.Error(folders.Length == 0 ? path : Path.Combine(path, name), "it holds no pictures",
                    "Put the pictures of one class there, or move the folder elsewhere");
        }
        return new FolderContent(
            [.. classes.Select(inClass => (inClass.Item1, inClass.Item2.Where(IsPicture).ToArray()))],
            [.. LeftOut(path, [.. (folders.Length == 0 ? [] : loose).Concat(classes.SelectMany(inClass => inClass.Item2)).Where(file => !IsPicture(file))]),
             .. Deeper(path, [.. classes.SelectMany(inClass => inClass.Item2).Where(file => IsPicture(file) && Depth(file, path) > 2)])]);
    }

    private static string[] All(string folder)
        => [.. Directory.EnumerateFiles(folder, "*", Everything).Where(file => !IsHidden(file, folder)).Order(StringComparer.Ordinal)];

    private static bool IsPicture(string file)
    {
        var ending = Path.GetExtension(file);
        if (OtherFormats.Contains(ending, StringComparer.OrdinalIgnoreCase))
            throw BadFile.Error(file, "pictures of this format cannot be read", "Save it as PNG, or move it elsewhere");
        return PictureFile.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> LeftOut(string path, string[] files) => files.Length == 0 ? []
        : [$"Left out, as no pictures by their names: {List(files, path)}."];

    private static IEnumerable<string> Deeper(string path, string[] files) => files.Length == 0 ? []
        : [$"{files.Length} of the pictures lie in folders inside their class's, and count to it: {List(files, path)}."];

    private static string List(string[] files, string path)
        => string.Join(", ", files.Take(Named).Select(file => Path.GetRelativePath(path, file)))
            + (files.Length > Named ? $" and {files.Length - Named} more" : "");

    private static int Depth(string file, string path) => Path.GetRelativePath(path, file).Split(Path.DirectorySeparatorChar).Length;

    private static bool IsHidden(string file, string path)
        => Path.GetRelativePath(path, file).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.'));

    private static string Name(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
}
