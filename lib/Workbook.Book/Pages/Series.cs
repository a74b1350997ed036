using Workbook.Base;

namespace Workbook.Book.Pages;

/// <summary>The notebooks of the project in reading order: the numbered ones, appendices, solutions.</summary>
internal static class Series
{
    private const string Pattern = "*.ipynb";

    /// <param name="repository">The project.</param>
    /// <param name="runs">Where the executed copies are.</param>
    /// <exception cref="BookException">There is none.</exception>
    /// <exception cref="Documents.NotebookException">One cannot be read.</exception>
    public static IReadOnlyList<BookPage> Read(Repository repository, string runs)
    {
        var sources = Directory.Exists(repository.Notebooks)
            ? Directory.EnumerateFiles(repository.Notebooks, Pattern, SearchOption.AllDirectories).Where(IsVisible)
            : [];
        var pages = sources.Select(source => Read(repository, runs, source))
            .OrderBy(page => page.IsSolutions).ThenBy(page => page.Name, StringComparer.Ordinal).ToList();
        return pages.Count > 0
            ? pages
            : throw new BookException($"{repository.Notebooks} holds no notebook. Restore the folder from version control.");
    }

    private static BookPage Read(Repository repository, string runs, string source)
    {
        var relative = Path.GetRelativePath(repository.Notebooks, source);
        var run = NotebookRun.Read(source, Path.Combine(runs, relative));
        var name = Path.ChangeExtension(relative, null).Replace('\\', '/');
        return new BookPage(source, name, run, FrontMatter.Of(run.Notebook, name));
    }

    private static bool IsVisible(string path) => !path.Contains(".ipynb_checkpoints", StringComparison.Ordinal);
}
