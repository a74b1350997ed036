using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child.Language;

/// <summary>The names of the parameters that a call may still be given.</summary>
internal static class NamedArguments
{
    public static IEnumerable<Completion> At(CodePosition place)
    {
        if (place.Before.Parent is not ArgumentListSyntax list || place.Before.Kind() is not (SyntaxKind.OpenParenToken or SyntaxKind.CommaToken))
            return [];
        var earlier = list.Arguments.Where(argument => argument.Span.End <= place.Before.SpanStart).ToList();
        var positional = earlier.Count(argument => argument.NameColon is null);
        var named = list.Arguments.Select(argument => argument.NameColon?.Name.Identifier.Text).ToHashSet();
        return Candidates(place.Model, list.Parent)
            .SelectMany(method => method.Parameters.Skip(positional))
            .Where(parameter => parameter.Name.Length > 0 && !named.Contains(parameter.Name))
            .Select(parameter => new Completion(parameter.Name + ":", CompletionType.Argument));
    }

    /// <summary>The methods that a call may mean: all of one name, or a type's constructors.</summary>
    public static IEnumerable<IMethodSymbol> Candidates(SemanticModel model, SyntaxNode? call) => call switch
    {
        InvocationExpressionSyntax invocation => Methods(model, invocation.Expression),
        BaseObjectCreationExpressionSyntax creation when Created(model, creation) is INamedTypeSymbol type =>
            type.InstanceConstructors.Where(constructor => model.IsAccessible(call.SpanStart, constructor)),
        _ => [],
    };

    private static List<IMethodSymbol> Methods(SemanticModel model, ExpressionSyntax called)
    {
        var group = model.GetMemberGroup(called).OfType<IMethodSymbol>().ToList();
        return group.Count > 0 ? group
            : model.GetTypeInfo(called).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke]
            : [];
    }

    // While its arguments are being written no constructor fits, but the type is known.
    private static ITypeSymbol? Created(SemanticModel model, BaseObjectCreationExpressionSyntax creation) =>
        model.GetTypeInfo(creation).Type ?? (creation is ObjectCreationExpressionSyntax { Type: var type }
            ? model.GetSymbolInfo(type).Symbol as ITypeSymbol
            : null);
}
