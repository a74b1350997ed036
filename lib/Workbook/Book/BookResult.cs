using Workbook.Book.Pages;

namespace Workbook.Book;

/// <summary>A book that was written.</summary>
/// <param name="Index">The page to open, an absolute path.</param>
/// <param name="Pages">What it holds, in reading order.</param>
/// <param name="Warnings">What a reader would miss: links that lead nowhere, assets that are not there.</param>
internal sealed record BookResult(string Index, IReadOnlyList<BookPage> Pages, IReadOnlyList<string> Warnings);
