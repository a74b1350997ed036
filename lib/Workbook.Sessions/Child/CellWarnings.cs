using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TorchAnalyzers;

namespace Workbook.Sessions.Child;

/// <summary>What a cell may well not mean as it stands, though it compiles.</summary>
internal static class CellWarnings
{
    private const string Library = "TorchSharp.torch", GroupNorm = "GroupNorm", Const = "const";

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new ZeroAsScalarTypeAnalyzer(), new GroupNormAnalyzer()];

    /// <summary>The warnings about the cell and the files that it loads, by their places.</summary>
    /// <remarks>Analysis costs more than a small cell's compilation, so that a text with nothing in it to warn of is let by at a glance.</remarks>
    public static IReadOnlyList<Diagnostic> Find(Compilation compilation, CancellationToken cancellation)
    {
        if (compilation.GetTypeByMetadataName(Library) is null)
            return [];
        var constants = new Lazy<HashSet<string>>(() => Constants(compilation, cancellation));
        return [.. compilation.SyntaxTrees.Where(tree => IsSuspicious(tree, constants, cancellation)).SelectMany(tree =>
            compilation.WithAnalyzers(Analyzers).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, cancellation)
                .GetAwaiter().GetResult().OrderBy(warning => warning.Location.SourceSpan.Start))];
    }

    private static bool IsSuspicious(SyntaxTree tree, Lazy<HashSet<string>> constants, CancellationToken cancellation) =>
        tree.ToString().Contains(GroupNorm, StringComparison.Ordinal)
        || tree.GetRoot(cancellation).DescendantNodes().OfType<ArgumentSyntax>().Any(argument => MayBeZero(argument.Expression, constants));

    // However it is written: 0x0, (0), 1 - 1, or a constant's name.
    private static bool MayBeZero(ExpressionSyntax expression, Lazy<HashSet<string>> constants) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is IConvertible and not (string or char or bool) and var value && Convert.ToDouble(value, CultureInfo.InvariantCulture) == 0,
        ParenthesizedExpressionSyntax inner => MayBeZero(inner.Expression, constants),
        CastExpressionSyntax cast => MayBeZero(cast.Expression, constants),
        PrefixUnaryExpressionSyntax sign => MayBeZero(sign.Operand, constants),
        BinaryExpressionSyntax { Left: LiteralExpressionSyntax, Right: LiteralExpressionSyntax } => true,
        IdentifierNameSyntax name => constants.Value.Contains(name.Identifier.Text),
        MemberAccessExpressionSyntax member => constants.Value.Contains(member.Name.Identifier.Text),
        _ => false,
    };

    // Those of this cell and of all before it.
    private static HashSet<string> Constants(Compilation compilation, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var cell = compilation; cell is not null; cell = cell.ScriptCompilationInfo?.PreviousScriptCompilation)
            foreach (var tree in cell.SyntaxTrees.Where(tree => tree.ToString().Contains(Const, StringComparison.Ordinal)))
                names.UnionWith(tree.GetRoot(cancellation).DescendantNodes().Where(IsConstant).SelectMany(Declared));
        return names;
    }

    private static bool IsConstant(SyntaxNode node) => node switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(modifier => modifier.ValueText == Const),
        LocalDeclarationStatementSyntax local => local.IsConst,
        _ => false,
    };

    private static IEnumerable<string> Declared(SyntaxNode node) =>
        node.ChildNodes().OfType<VariableDeclarationSyntax>().SelectMany(declaration => declaration.Variables).Select(variable => variable.Identifier.Text);
}
