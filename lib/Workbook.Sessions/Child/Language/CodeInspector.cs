using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child.Language;

/// <summary>Tells what a name means: its signature, its documentation and, for a cell's own, its source.</summary>
internal static class CodeInspector
{
    private const int MostOverloads = 20;

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeModifiers)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static async Task<InspectionReply> InspectAsync(
        Document document, int cursor, bool detailed, CancellationToken cancellation)
    {
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        var root = (await document.GetSyntaxRootAsync(cancellation))!;
        var (symbols, isCall) = Find(model, root, cursor);
        if (symbols.Count == 0)
            return InspectionReply.None;
        var documentation = Documentation.Of(symbols[0], model.Compilation);
        var plain = Describe(symbols, documentation, detailed, isCall, markdown: false);
        var markdown = Describe(symbols, documentation, detailed, isCall, markdown: true);
        return new InspectionReply(true, new MimeBundle([new(MimeBundle.Plain, plain), new(MimeBundle.Markdown, markdown)]));
    }

    // The name at the cursor or just before it; within a call's brackets, where there is none, what is called.
    private static (List<ISymbol> Symbols, bool IsCall) Find(SemanticModel model, SyntaxNode root, int cursor)
    {
        var at = root.FindToken(cursor);
        var before = cursor > 0 ? root.FindToken(cursor - 1) : at;
        foreach (var token in new[] { at, before })
            if (token.Span.Contains(cursor) || token.Span.End == cursor)
                if (Meant(model, token) is { Count: > 0 } symbols)
                    return (symbols, false);
        var call = before.Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>()
            .FirstOrDefault(list => list.OpenParenToken.Span.End <= cursor && (list.CloseParenToken.IsMissing || cursor <= list.CloseParenToken.SpanStart));
        return call is null ? ([], false) : (Called(model, call.Parent!), true);
    }

    private static List<ISymbol> Meant(SemanticModel model, SyntaxToken token)
    {
        if (token.Parent is not { } node || !(token.IsKind(SyntaxKind.IdentifierToken) || node is PredefinedTypeSyntax))
            return [];
        if (node.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } &&
            node is SimpleNameSyntax name)
        {
            var call = node.Parent as InvocationExpressionSyntax ?? (InvocationExpressionSyntax)node.Parent!.Parent!;
            if (call.Expression == node || call.Expression is MemberAccessExpressionSyntax member && member.Name == name)
                return Called(model, call) is { Count: > 0 } called ? called : All(model.GetSymbolInfo(node));
        }
        // "new T(…)" is about the constructor that it calls, and its brackets say so; T itself is the type.
        return model.GetDeclaredSymbol(node) is { } declared ? [declared] : All(model.GetSymbolInfo(node));
    }

    private static List<ISymbol> Called(SemanticModel model, SyntaxNode call)
    {
        var chosen = All(model.GetSymbolInfo(call));
        return [.. chosen.Concat(NamedArguments.Candidates(model, call))
            .Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>()];
    }

    private static List<ISymbol> All(SymbolInfo info) => info.Symbol is { } symbol ? [symbol] : [.. info.CandidateSymbols];

    // Who is writing the arguments of a call chooses among all of its overloads.
    private static string Describe(List<ISymbol> symbols, Documentation documentation, bool detailed, bool isCall, bool markdown)
    {
        var signatures = symbols.Take(detailed || isCall ? MostOverloads : 1).Select(symbol => symbol.ToDisplayString(Signature)).ToList();
        if (symbols.Count > signatures.Count)
            signatures[^1] += $"  (+ {symbols.Count - signatures.Count} overloads)";
        var text = new StringBuilder();
        var code = string.Join('\n', signatures);
        text.Append(markdown ? $"```csharp\n{code}\n```" : code);
        foreach (var paragraph in documentation.Paragraphs(detailed, markdown))
            text.Append("\n\n").Append(paragraph);
        if (detailed && Source(symbols[0]) is { } source)
            text.Append("\n\n").Append(markdown ? $"```csharp\n{source}\n```" : source);
        return text.ToString();
    }

    private static string? Source(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        null => null,
        VariableDeclaratorSyntax { Parent.Parent: { } statement } => statement.ToString(),
        var node => node.ToString(),
    };
}
