namespace Workbook.Book.Pages;

/// <summary>A page as it will be written.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Html">Its text.</param>
/// <param name="Figures">How many figures and pictures it holds.</param>
internal sealed record WrittenPage(BookPage Page, string Html, int Figures);
