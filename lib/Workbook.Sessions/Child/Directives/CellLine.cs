namespace Workbook.Sessions.Child.Directives;

/// <summary>One line of a cell, and whose it is.</summary>
/// <param name="Text">The line, without its end.</param>
/// <param name="Directive">What it tells the host; null for a line of a language.</param>
/// <param name="Language">The language that the line, or what follows the directive, is written in.</param>
internal sealed record CellLine(string Text, Directive? Directive, CellLanguage Language)
{
    /// <summary>Whether the compiler is to see the line.</summary>
    public bool IsCode => Directive is null && Language == CellLanguage.CSharp;

    public static IReadOnlyList<CellLine> Split(string code)
    {
        var language = CellLanguage.CSharp;
        var lines = new List<CellLine>();
        foreach (var text in code.Split('\n'))
        {
            var directive = Directive.Parse(text.TrimEnd('\r'), lines.Count + 1);
            var next = directive is null ? null : CellLanguage.Of(directive.Name);
            // A text to be shown may well hold a script's first line, or explain how a package is named.
            if (language != CellLanguage.CSharp && (directive?.IsPackage == true || directive?.IsKnown == false))
                directive = null;
            language = next ?? language;
            lines.Add(new CellLine(text, directive, language));
        }
        return lines;
    }

    /// <summary>The cell with blanks in place of all that the compiler is not to see; every place stays where it was.</summary>
    public static string Mask(IEnumerable<CellLine> lines) =>
        string.Join('\n', lines.Select(line => line.IsCode ? line.Text : new string(' ', line.Text.Length)));
}
