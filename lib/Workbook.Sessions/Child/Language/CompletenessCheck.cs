using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child.Language;

/// <summary>Tells whether a text is a whole cell, from its grammar alone.</summary>
internal static class CompletenessCheck
{
    private const int IndentSize = 4;

    /// <summary>A comment, a verbatim text, a raw text and a hole in a text without their ends.</summary>
    private static readonly string[] Unterminated = ["CS1035", "CS1039", "CS8997", "CS8076"];

    private static readonly CSharpParseOptions Options =
        new(CellDialect.Version, DocumentationMode.None, SourceCodeKind.Script);

    /// <param name="code">C#, without what is the host's.</param>
    public static CompletenessReply Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Options);
        var errors = tree.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count == 0 && SyntaxFactory.IsCompleteSubmission(tree))
            return new CompletenessReply(Completeness.Complete);
        var end = tree.GetRoot().GetLastToken().Span.End;
        return SyntaxFactory.IsCompleteSubmission(tree) || errors.Any(problem => IsBefore(problem, end))
            ? new CompletenessReply(Completeness.Invalid)
            : new CompletenessReply(Completeness.Incomplete, Indent(tree));
    }

    // What is wrong at a written token, or one that had to be skipped, stays wrong, unless it still lacks its own end.
    private static bool IsBefore(Diagnostic error, int end) =>
        error.Location.SourceSpan is var span && (span.Start < end || !span.IsEmpty) && !Unterminated.Contains(error.Id);

    // As deep as the braces that are still open.
    private static string Indent(SyntaxTree tree)
    {
        var depth = 0;
        foreach (var token in tree.GetRoot().DescendantTokens())
            depth += token.IsMissing ? 0 : token.Kind() switch
            {
                SyntaxKind.OpenBraceToken => 1,
                SyntaxKind.CloseBraceToken => -1,
                _ => 0,
            };
        return new string(' ', IndentSize * Math.Max(0, depth));
    }
}
