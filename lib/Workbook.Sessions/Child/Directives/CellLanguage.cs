using Workbook.Documents;

namespace Workbook.Sessions.Child.Directives;

/// <summary>What a part of a cell may be written in: C#, which runs, or something that is shown.</summary>
/// <param name="Names">The directives that announce it.</param>
/// <param name="MimeType">How it is shown; null for C#.</param>
/// <param name="Summary">What the directive does, in a line.</param>
internal sealed record CellLanguage(IReadOnlyList<string> Names, string? MimeType, string Summary)
{
    public static CellLanguage CSharp { get; } = new(["#!csharp", "#!c#"], null, "C# from here on");

    public static CellLanguage Markdown { get; } = new(["#!markdown"], MimeBundle.Markdown, "show what follows as Markdown");

    public static CellLanguage Html { get; } = new(["#!html"], MimeBundle.Html, "show what follows as HTML");

    public static CellLanguage JavaScript { get; } =
        new(["#!javascript", "#!js"], MimeBundle.JavaScript, "run what follows in the browser that shows the notebook");

    public static CellLanguage Mermaid { get; } = new(["#!mermaid"], MimeBundle.Markdown, "draw what follows as a Mermaid diagram");

    public static CellLanguage Value { get; } =
        new([VariableDirectives.Value], MimeBundle.Plain, "declare a variable that holds the text that follows");

    public static IReadOnlyList<CellLanguage> All { get; } = [CSharp, Markdown, Html, JavaScript, Mermaid, Value];

    /// <summary>The language that a directive announces; null where it announces none.</summary>
    public static CellLanguage? Of(string directive) => All.FirstOrDefault(language => language.Names.Contains(directive));
}
