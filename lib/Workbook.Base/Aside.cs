namespace Workbook.Base;

/// <summary>Writes files and folders aside and renames them into place, so that none is ever seen half-written.</summary>
internal static class Aside
{
    /// <param name="path">The file.</param>
    /// <param name="text">What it is to hold.</param>
    /// <param name="mode">Who may do what with it; null for the usual.</param>
    public static void WriteText(string path, string text, UnixFileMode? mode = null)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var aside = $"{full}.{Environment.ProcessId}.new";
        try
        {
            File.WriteAllText(aside, text);
            if (mode is { } given && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(aside, given);
            File.Move(aside, full, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>An empty folder beside <paramref name="folder"/>, for <see cref="Replace"/>.</summary>
    public static string Begin(string folder)
    {
        var aside = folder + ".new";
        Delete(aside);
        Directory.CreateDirectory(aside);
        return aside;
    }

    /// <summary>Puts what was written aside in the place of <paramref name="folder"/>.</summary>
    /// <remarks>Interrupted between the renames, no folder is left, which the next run takes for "not done".</remarks>
    public static void Replace(string folder)
    {
        var old = folder + ".old";
        Delete(old);
        if (Directory.Exists(folder))
            Directory.Move(folder, old);
        Directory.Move(folder + ".new", folder);
        Delete(old);
    }

    public static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
