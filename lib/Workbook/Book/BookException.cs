namespace Workbook.Book;

/// <summary>The book cannot be written; the message says why, and what to do.</summary>
internal sealed class BookException(string message, Exception? inner = null) : Exception(message, inner);
