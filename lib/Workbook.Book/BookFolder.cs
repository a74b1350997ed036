using Workbook.Base;

namespace Workbook.Book;

/// <summary>A folder that is replaced as a whole, so that a reader never meets half a book.</summary>
internal static class BookFolder
{
    /// <summary>What every index page of a book holds: only a folder with it may be replaced.</summary>
    internal const string Mark = "<meta name=\"generator\" content=\"workbook\">";

    /// <param name="target">The folder to replace.</param>
    /// <param name="write">Fills an empty folder, which then takes the target's place.</param>
    /// <exception cref="BookException">The target holds something that is not a book.</exception>
    public static void Replace(string target, Action<string> write)
    {
        Refuse(target);
        var aside = $"{target}.{Environment.ProcessId}.tmp";
        var old = $"{target}.{Environment.ProcessId}.old";
        try
        {
            Directory.CreateDirectory(aside);
            write(aside);
            if (Directory.Exists(target))
                Directory.Move(target, old);
            Directory.Move(aside, target);
        }
        finally
        {
            if (!Directory.Exists(target) && Directory.Exists(old))
                Directory.Move(old, target);
            Aside.Delete(aside);
            Aside.Delete(old);
        }
    }

    /// <summary>Copies a file into a folder that may not be there yet.</summary>
    public static void Copy(string file, string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Copy(file, place, overwrite: true);
    }

    private static void Refuse(string target)
    {
        if (File.Exists(target))
            throw new BookException($"{target} is a file. Name a folder for the book.");
        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
            return;
        var index = Path.Combine(target, Pages.IndexWriter.File);
        if (!File.Exists(index) || !File.ReadAllText(index).Contains(Mark, StringComparison.Ordinal))
            throw new BookException($"{target} holds files that are not a book, and writing would delete them. Name a new or an empty folder.");
    }
}
