using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Book.Code;

/// <summary>What kind of word a piece of C# is: the CSS class that colours it, or null for plain text.</summary>
internal static class TokenClass
{
    public const string Keyword = "k";
    public const string String = "s";
    public const string Number = "n";
    public const string Comment = "c";
    public const string Type = "t";
    public const string Method = "m";
    public const string Directive = "d";

    public static string? Of(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or
            SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => Comment,
        SyntaxKind.DisabledTextTrivia => Comment,
        SyntaxKind.PreprocessingMessageTrivia => Directive,
        _ => null,
    };

    public static string? Of(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => OfIdentifier(token),
        SyntaxKind.NumericLiteralToken => Number,
        SyntaxKind.CharacterLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or
            SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or
            SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken or
            SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken or
            SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken or
            SyntaxKind.InterpolatedRawStringEndToken => String,
        var kind when SyntaxFacts.IsKeywordKind(kind) => Keyword,
        _ => null,
    };

    private static string? OfIdentifier(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } or IdentifierNameSyntax { IsNint: true } => Keyword,
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => Type,
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => Method,
        SimpleNameSyntax name when IsInvoked(name) => Method,
        SimpleNameSyntax name when SyntaxFacts.IsInTypeOnlyContext(name) && !IsNamespacePart(name) => Type,
        SimpleNameSyntax name when IsStaticOwner(name) => Type,
        _ => null,
    };

    private static bool IsInvoked(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax member => member.Name == name && member.Parent is InvocationExpressionSyntax call && call.Expression == member,
        MemberBindingExpressionSyntax member => member.Parent is InvocationExpressionSyntax,
        _ => false,
    };

    private static bool IsNamespacePart(SimpleNameSyntax name) =>
        name.Parent is QualifiedNameSyntax qualified && qualified.Left == name || name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null;

    /// <summary>The part before a dot is taken for a type where it is capitalised, as types are and variables are not.</summary>
    private static bool IsStaticOwner(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax member && member.Expression == name && char.IsUpper(name.Identifier.ValueText.FirstOrDefault());
}
