namespace Workbook.Book.Markdown;

/// <summary>A heading of a page, for its table of contents.</summary>
/// <param name="Level">1 for the title.</param>
/// <param name="Anchor">The id to link to, unique in its page.</param>
/// <param name="Html">What it says, formulas included.</param>
internal sealed record Heading(int Level, string Anchor, string Html);
