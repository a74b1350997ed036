using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Sessions.Child.Language;

/// <summary>A place in a cell at which something is being written.</summary>
/// <param name="Document">The cell, after all that have run.</param>
/// <param name="Model">What its names mean.</param>
/// <param name="Root">Its syntax.</param>
/// <param name="Cursor">The place.</param>
/// <param name="Prefix">The part of a word that stands before it.</param>
internal sealed record CodePosition(Document Document, SemanticModel Model, SyntaxNode Root, int Cursor, string Prefix)
{
    /// <summary>Where the word begins.</summary>
    public int Start => Cursor - Prefix.Length;

    /// <summary>The token before the word; of no kind at the text's beginning.</summary>
    public SyntaxToken Before => Start == 0 ? default : Last(Root.FindToken(Start - 1));

    /// <summary>Whether names mean anything here: not in a number, a text or a comment.</summary>
    public bool IsInCode =>
        !(Prefix.Length > 0 && char.IsAsciiDigit(Prefix[0])) &&
        !IsInComment(Root.FindTrivia(Math.Max(0, Start - 1))) &&
        !(Root.FindToken(Math.Max(0, Start - 1)) is var token && IsText(token) && token.SpanStart < Start &&
            (Start < token.Span.End || token.ContainsDiagnostics));

    public static async Task<CodePosition> CreateAsync(Document document, int cursor, CancellationToken cancellation)
    {
        var text = (await document.GetTextAsync(cancellation)).ToString();
        var start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1]))
            start--;
        return new CodePosition(
            document, (await document.GetSemanticModelAsync(cancellation))!, (await document.GetSyntaxRootAsync(cancellation))!,
            cursor, text[start..cursor]);
    }

    private SyntaxToken Last(SyntaxToken token) => token.Span.End <= Start ? token : token.GetPreviousToken();

    private bool IsInComment(SyntaxTrivia trivia) =>
        (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) ||
            trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsDirective) &&
        trivia.FullSpan.Start < Start && Start <= trivia.FullSpan.End;

    private static bool IsText(SyntaxToken token) => token.Kind() is
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken;
}
