using Workbook.Base;

namespace Workbook.Book.Pages;

/// <summary>The words above the list of notebooks: <c>notebooks/index.md</c>, or a bare title where there is none.</summary>
/// <param name="Source">The file, for links that start from it.</param>
/// <param name="Title">The book's title: the file's first heading.</param>
/// <param name="Markdown">The whole text, the title included.</param>
internal sealed record Introduction(string Source, string Title, string Markdown)
{
    private const string FileName = "index.md";
    private const string Mark = "# ";

    public static Introduction Read(Repository repository)
    {
        var source = Path.Combine(repository.Notebooks, FileName);
        var title = Path.GetFileNameWithoutExtension(Repository.SolutionName).Replace('.', ' ');
        if (!File.Exists(source))
            return new Introduction(source, title, Mark + title);
        var text = File.ReadAllText(source);
        var heading = text.Split('\n').FirstOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal));
        return new Introduction(source, heading?[Mark.Length..].Trim() ?? title, text);
    }
}
