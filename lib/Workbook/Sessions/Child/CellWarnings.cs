using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TorchAnalyzers;

namespace Workbook.Sessions.Child;

/// <summary>What a cell may well not mean as it stands, though it compiles.</summary>
internal static partial class CellWarnings
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new ZeroAsScalarTypeAnalyzer(), new GroupNormAnalyzer()];

    /// <summary>The warnings about the compilation's last tree, the cell, by their places.</summary>
    /// <remarks>Analysis costs more than a small cell's compilation, so that a text with nothing in it to warn of is let by at a glance.</remarks>
    public static IReadOnlyList<Diagnostic> Find(Compilation compilation, CancellationToken cancellation)
    {
        var tree = compilation.SyntaxTrees.Last();
        if (!Suspicious().IsMatch(tree.ToString()))
            return [];
        var found = compilation.WithAnalyzers(Analyzers).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, cancellation);
        return [.. found.GetAwaiter().GetResult().OrderBy(warning => warning.Location.SourceSpan.Start)];
    }

    [GeneratedRegex(@"[(,:]\s*0\s*[,)]|\bGroupNorm\b")]
    private static partial Regex Suspicious();
}
