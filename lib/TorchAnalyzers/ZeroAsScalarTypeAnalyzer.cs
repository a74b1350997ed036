using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TorchAnalyzers;

/// <summary>Finds a constant 0 that becomes TorchSharp's <c>ScalarType.Byte</c> where a dimension was meant, as in <c>x.sum(0)</c>.</summary>
/// <remarks>
/// C# converts the constant 0, and no other number, to any enum; <c>sum(ScalarType?)</c> then fits better than <c>sum(long)</c> with its optional
/// parameters. The result is the sum of all elements as bytes, modulo 256, without an error.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ZeroAsScalarTypeAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's name.</summary>
    public const string Id = "TORCH001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id, "0 is taken for a type",
        "This 0 is taken for ScalarType.Byte, the type of the result, not for dimension 0: {0} works on all elements, as bytes. Write 0L for the dimension (ScalarType.Byte, if the type is meant).",
        "Correctness", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("TorchSharp.torch+ScalarType") is { } type)
                start.RegisterSemanticModelAction(text => Examine(text, type)); // Actions for operations pass over a script's statements.
        });
    }

    private static void Examine(SemanticModelAnalysisContext context, INamedTypeSymbol scalarType)
    {
        var (model, cancellation) = (context.SemanticModel, context.CancellationToken);
        foreach (var argument in model.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<ArgumentSyntax>())
            if (model.GetTypeInfo(argument.Expression, cancellation) is { Type: { TypeKind: not TypeKind.Enum } given, ConvertedType: { } taken }
                && SymbolEqualityComparer.Default.Equals(Underlying(taken), scalarType)
                && !SymbolEqualityComparer.Default.Equals(Underlying(given), scalarType)
                && model.GetConstantValue(argument.Expression, cancellation) is { HasValue: true, Value: not null })
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Expression.GetLocation(), Called(argument)));
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static string Called(ArgumentSyntax argument) => argument.Parent?.Parent switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.Text + "(…)",
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.Text + "(…)",
        _ => "it",
    };
}
