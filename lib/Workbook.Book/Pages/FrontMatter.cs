using System.Text.RegularExpressions;
using Workbook.Book.Markdown;
using Workbook.Documents;

namespace Workbook.Book.Pages;

/// <summary>What a notebook says of itself at its top.</summary>
/// <param name="Title">Its first top heading as text, without the number or letter that its file's name has already.</param>
/// <param name="TitleHtml">The same with its formulas.</param>
/// <param name="QuestionHtml">The question it answers: the paragraph that begins with "Question", else the first; may be empty.</param>
internal sealed partial record FrontMatter(string Title, string TitleHtml, string QuestionHtml)
{
    /// <param name="notebook">The notebook.</param>
    /// <param name="name">The title where it has none.</param>
    public static FrontMatter Of(Notebook notebook, string name)
    {
        var title = Number().Replace(notebook.Title ?? name, "");
        var paragraphs = notebook.Cells.TakeWhile(cell => cell.Kind != CellKind.Code)
            .Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => MarkdownRenderer.Paragraphs(cell.Source)).ToList();
        var question = paragraphs.FirstOrDefault(text => Label().IsMatch(text)) ?? paragraphs.FirstOrDefault() ?? "";
        return new FrontMatter(title, Inline(title), Inline(Bold().Replace(Label().Replace(question, ""), "$1")));
    }

    private static string Inline(string markdown)
    {
        var html = new MarkdownRenderer(_ => null).Render(markdown).Trim();
        return html.StartsWith("<p>", StringComparison.Ordinal) ? html[3..].Replace("</p>", "", StringComparison.Ordinal) : html;
    }

    [GeneratedRegex(@"^(\*\*|__|\*|_)?(The )?question[.:]?(\*\*|__|\*|_)?[.:]?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(\d+|[A-Z])\s*[·.:)\-–]\s+")]
    private static partial Regex Number();

    /// <summary>A question that is bold as a whole is so by its place on its page.</summary>
    [GeneratedRegex(@"^\*\*([^*]+)\*\*$")]
    private static partial Regex Bold();
}
