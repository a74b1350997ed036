namespace Workbook.Sessions.Cells;

/// <summary>A formula on a line of its own: LaTeX between pairs of dollar signs, which are put in where they lack.</summary>
/// <param name="latexCode">The code.</param>
public sealed class MathString(string latexCode) : LaTeXString(Between(latexCode))
{
    private const string Dollars = "$$";

    /// <summary>A text that is one, as cells write it: <c>(MathString)"x^2"</c>.</summary>
    /// <param name="source">The code.</param>
    public static implicit operator MathString(string source) => new(source);

    private static string Between(string code) =>
        (code.StartsWith(Dollars, StringComparison.Ordinal) ? "" : Dollars) + code + (code.Length > Dollars.Length && code.EndsWith(Dollars, StringComparison.Ordinal) ? "" : Dollars);
}
