namespace Workbook.Sessions.Cells;

/// <summary>A formula, or more LaTeX that a page can typeset.</summary>
/// <param name="latexCode">The code, with or without dollar signs around it.</param>
public class LaTeXString(string latexCode)
{
    /// <summary>A text that is one, as cells write it: <c>(LaTeXString)"x^2"</c>.</summary>
    /// <param name="source">The code.</param>
    public static implicit operator LaTeXString(string source) => new(source);

    /// <summary>The code.</summary>
    public override string ToString() => latexCode;
}
