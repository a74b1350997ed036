namespace Workbook.Sessions.Cells;

/// <summary>A formula, or more LaTeX that a page can typeset.</summary>
/// <param name="latexCode">The code, with or without dollar signs around it.</param>
public sealed class LaTeXString(string latexCode)
{
    /// <summary>The code.</summary>
    public override string ToString() => latexCode;
}
