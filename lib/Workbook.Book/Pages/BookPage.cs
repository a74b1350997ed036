namespace Workbook.Book.Pages;

/// <summary>One page of the book: where it comes from, and what the index says of it.</summary>
/// <param name="Source">The notebook, an absolute path.</param>
/// <param name="Name">The notebook's path below <c>notebooks</c>, without its ending.</param>
/// <param name="Run">What is shown.</param>
/// <param name="Front">Its title and its question.</param>
internal sealed record BookPage(string Source, string Name, NotebookRun Run, FrontMatter Front)
{
    private const string SolutionsFolder = "solutions/";

    /// <summary>The page's file in the book.</summary>
    public string File => Name.Replace('/', '-') + ".html";

    /// <summary>The page's address for a link: a <c>#</c> in the file's name would begin a fragment.</summary>
    public string Address => Uri.EscapeDataString(File);

    /// <summary>Whether it holds the solutions of another notebook's exercises.</summary>
    public bool IsSolutions => Name.StartsWith(SolutionsFolder, StringComparison.Ordinal);

    /// <summary>Whether the exercises of <paramref name="other"/> are solved here.</summary>
    public bool Solves(BookPage other) => Name == SolutionsFolder + other.Name;

    /// <summary>The number that its file name begins with; empty where it has none.</summary>
    public string Number => new([.. Path.GetFileName(Name).TakeWhile(char.IsAsciiDigit)]);

    /// <summary>The letter that an appendix's file name begins with: <c>A-plotly-net</c>; null for any other page.</summary>
    public string? Letter => Path.GetFileName(Name) is [>= 'A' and <= 'Z' and var letter, '-', ..] ? letter.ToString() : null;

    /// <summary>What stands for the page where there is room for a character or two: its number or letter, else its title's first.</summary>
    public string Mark => Number.Length > 0 ? Number.TrimStart('0') : Letter ?? Front.Title[..1];
}
