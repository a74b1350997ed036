using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child.Language;

/// <summary>C#'s keywords, where one may stand: roughly, as an offer too many does no harm.</summary>
internal static class Keywords
{
    private const int Rank = 2;

    private static readonly string[] Types =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short",
        "string", "uint", "ulong", "ushort", "void",
    ];

    private static readonly string[] Expressions =
    [
        "async", "await", "base", "checked", "default", "delegate", "false", "from", "global", "nameof", "new", "null", "out", "ref",
        "sizeof", "stackalloc", "static", "switch", "this", "throw", "true", "typeof", "unchecked", "var",
    ];

    private static readonly string[] Continuations =
    [
        "and", "as", "by", "descending", "else", "equals", "finally", "catch", "group", "in", "into", "is", "join", "let", "not", "on", "or",
        "orderby", "select", "switch", "when", "where", "while", "with",
    ];

    private static readonly string[] Statements =
    [
        "abstract", "break", "case", "catch", "class", "const", "continue", "do", "else", "enum", "extern", "file", "finally", "fixed",
        "for", "foreach", "goto", "if", "interface", "internal", "lock", "namespace", "operator", "override", "partial", "private",
        "protected", "public", "readonly", "record", "required", "return", "sealed", "struct", "try", "unsafe", "using", "virtual",
        "volatile", "while", "yield",
    ];

    /// <summary>The keywords that may continue a word begun here; none before a word is begun, where they would be noise.</summary>
    public static IEnumerable<Completion> At(CodePosition place) =>
        place.Prefix.Length == 0 ? [] : Fitting(place).Select(word => new Completion(word, CompletionType.Keyword, Rank));

    private static IEnumerable<string> Fitting(CodePosition place) => place.Before.Kind() switch
    {
        SyntaxKind.DotToken or SyntaxKind.MinusGreaterThanToken or SyntaxKind.ColonColonToken => [],
        _ when place.Before.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { SemicolonToken.IsMissing: true } => ["static"],
        SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken
            or SyntaxKind.CloseParenToken or SyntaxKind.ColonToken or SyntaxKind.ElseKeyword =>
            [.. Statements, .. Expressions, .. Types, .. Continuations],
        SyntaxKind.IdentifierToken or SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken
            or SyntaxKind.CloseBracketToken => [.. Continuations, .. Statements],
        _ when SyntaxFacts.IsKeywordKind(place.Before.Kind()) => [.. Statements, .. Expressions, .. Types],
        _ => [.. Expressions, .. Types],
    };
}
