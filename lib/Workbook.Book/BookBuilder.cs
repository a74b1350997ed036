using Workbook.Base;
using Workbook.Book.Pages;

namespace Workbook.Book;

/// <summary>Writes the book: one page a notebook and an index, in a folder that works offline and may be moved.</summary>
internal static class BookBuilder
{
    /// <param name="repository">The project.</param>
    /// <param name="folder">Where to write; null for <c>artifacts/book</c>.</param>
    /// <param name="runs">Where the executed notebooks are; null for <c>artifacts/run</c>.</param>
    /// <returns>The book, once it is there whole: it is written aside, then swapped in.</returns>
    /// <exception cref="BookException">There is no notebook, or the folder holds something else.</exception>
    /// <exception cref="Documents.NotebookException">A notebook cannot be read.</exception>
    public static BookResult Build(Repository repository, string? folder = null, string? runs = null)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder ?? repository.Book));
        var pages = Series.Read(repository, runs ?? repository.Runs);
        var links = new Links(repository, pages);
        var assets = BookAssets.Find(repository);
        var introduction = Introduction.Read(repository);
        var writer = new PageWriter(pages, links, assets, introduction.Title);
        var written = pages.AsParallel().AsOrdered().Select(writer.Write).ToList();
        var index = new IndexWriter(links, assets, introduction).Write(written);
        BookFolder.Replace(target, aside =>
        {
            assets.CopyTo(aside);
            foreach (var (place, file) in links.Files)
                BookFolder.Copy(file, Path.Combine(aside, place));
            foreach (var page in written)
                File.WriteAllText(Path.Combine(aside, page.Page.File), page.Html);
            File.WriteAllText(Path.Combine(aside, IndexWriter.File), index);
        });
        return new BookResult(Path.Combine(target, IndexWriter.File), pages, [.. links.Broken, .. assets.Missing]);
    }
}

/// <summary>A book that was written.</summary>
/// <param name="Index">The page to open, an absolute path.</param>
/// <param name="Pages">What it holds, in reading order.</param>
/// <param name="Warnings">What a reader would miss: links that lead nowhere, assets that are not there.</param>
internal sealed record BookResult(string Index, IReadOnlyList<BookPage> Pages, IReadOnlyList<string> Warnings);

/// <summary>The book cannot be written; the message says why, and what to do.</summary>
internal sealed class BookException(string message, Exception? inner = null) : ForeseenException(message, inner: inner);
