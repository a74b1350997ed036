using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Book.Code;

/// <summary>Colours C# once, when the page is written, so that the page needs no script for it.</summary>
/// <remarks>From syntax alone: binding would cost a second a book and colour hardly anything else.</remarks>
internal static class CodeHighlighter
{
    private static readonly CSharpParseOptions Dialect = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    /// <summary>The code as HTML, every character escaped, with spans of a class each (see <see cref="TokenClass"/>).</summary>
    public static string ToHtml(string code)
    {
        var html = new StringBuilder(code.Length * 2);
        var root = CSharpSyntaxTree.ParseText(code, Dialect).GetRoot();
        foreach (var token in root.DescendantTokens())
        {
            AppendTrivia(html, token.LeadingTrivia);
            Append(html, token.Text, TokenClass.Of(token));
            AppendTrivia(html, token.TrailingTrivia);
        }
        return html.ToString();
    }

    private static void AppendTrivia(StringBuilder html, SyntaxTriviaList trivia)
    {
        foreach (var item in trivia)
            if (item.GetStructure() is DirectiveTriviaSyntax directive)
                AppendDirective(html, directive);
            else
                Append(html, item.ToFullString(), TokenClass.Of(item));
    }

    private static void AppendDirective(StringBuilder html, DirectiveTriviaSyntax directive)
    {
        foreach (var token in directive.DescendantTokens())
        {
            AppendTrivia(html, token.LeadingTrivia);
            Append(html, token.Text, token.IsKind(SyntaxKind.StringLiteralToken) ? TokenClass.String : TokenClass.Directive);
            AppendTrivia(html, token.TrailingTrivia);
        }
    }

    private static void Append(StringBuilder html, string text, string? kind)
    {
        if (text.Length == 0)
            return;
        var escaped = WebUtility.HtmlEncode(text);
        if (kind is null)
            html.Append(escaped);
        else
            html.Append("<span class=\"").Append(kind).Append("\">").Append(escaped).Append("</span>");
    }
}
