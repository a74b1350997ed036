using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TorchAnalyzers;

/// <summary>Finds a <c>GroupNorm</c> whose weight and bias nothing in the same text gives values: TorchSharp leaves in them what lay in memory.</summary>
/// <remarks>
/// A warning rather than a repair, which would have a cell do something that the same cell does not do elsewhere. A text that
/// calls anything in place (all of <c>nn.init</c> is), or loads, is taken to know what it does; so is a function that is given the network.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GroupNormAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's name.</summary>
    public const string Id = "TORCH002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id, "GroupNorm is not initialised",
        "TorchSharp leaves the weight and bias of a GroupNorm uninitialised: they hold what lay in memory until something gives them values. Set them once: using (no_grad()) { init.ones_(norm.weight); init.zeros_(norm.bias); }. Where a state is loaded into the network further on, all is well.",
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
            if (start.Compilation.GetTypeByMetadataName("TorchSharp.Modules.GroupNorm") is { } type)
                start.RegisterSemanticModelAction(text => Examine(text, type));
        });
    }

    private static void Examine(SemanticModelAnalysisContext context, INamedTypeSymbol groupNorm)
    {
        var calls = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>().ToList();
        if (calls.Any(call => GivesValues(Name(call))))
            return;
        foreach (var call in calls.Where(call => Name(call) == groupNorm.Name))
            if (context.SemanticModel.GetOperation(call, context.CancellationToken) is IInvocationOperation made
                && SymbolEqualityComparer.Default.Equals(made.Type, groupNorm) && HasWeights(made) && !IsGivenToAFunction(made, groupNorm))
                context.ReportDiagnostic(Diagnostic.Create(Rule, call.GetLocation()));
    }

    private static string Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private static bool GivesValues(string method) =>
        method.EndsWith("_", StringComparison.Ordinal) || method.StartsWith("load", StringComparison.OrdinalIgnoreCase);

    private static bool IsGivenToAFunction(IOperation made, INamedTypeSymbol groupNorm)
    {
        for (var around = made.Parent; around is not null; around = around.Parent)
            if (around is IInvocationOperation call && !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, groupNorm.ContainingAssembly))
                return true;
        return false;
    }

    private static bool HasWeights(IInvocationOperation made) =>
        !made.Arguments.Any(argument => argument.Parameter?.Name == "affine" && argument.Value.ConstantValue is { HasValue: true, Value: false });
}
