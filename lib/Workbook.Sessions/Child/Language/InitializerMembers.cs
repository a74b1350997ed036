using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Sessions.Child.Language;

/// <summary>What may be set in the braces after <c>new T</c> or <c>with</c>.</summary>
internal static class InitializerMembers
{
    /// <summary>The members still to be set; null where the place is in no such braces.</summary>
    public static IEnumerable<ISymbol>? At(CodePosition place)
    {
        if (place.Before.Parent is not InitializerExpressionSyntax braces ||
            place.Before.Kind() is not (SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken))
            return null;
        var type = braces.Parent switch
        {
            WithExpressionSyntax copy => place.Model.GetTypeInfo(copy.Expression).Type,
            BaseObjectCreationExpressionSyntax creation => place.Model.GetTypeInfo(creation).Type,
            _ => null,
        };
        // Before its "=" is written, a member cannot be told from an item of a collection but by the type.
        if (type is null || type.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable))
            return null;
        var set = braces.Expressions.OfType<AssignmentExpressionSyntax>().Select(member => member.Left.ToString()).ToHashSet();
        return place.Model.LookupSymbols(place.Cursor, type)
            .Where(member => !member.IsStatic && !set.Contains(member.Name) && IsSettable(member));
    }

    private static bool IsSettable(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: false, SetMethod: not null } => true,
        IFieldSymbol { IsReadOnly: false, IsImplicitlyDeclared: false } => true,
        _ => false,
    };
}
