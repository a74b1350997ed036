using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Scripting;

namespace TorchAnalyzers.Tests;

/// <summary>A cell's text, compiled against the real TorchSharp and looked at.</summary>
internal static class Analysed
{
    /// <summary>What the analyzer says of the text, each as <c>id line: message</c>, with the text that it points at.</summary>
    /// <exception cref="InvalidOperationException">The text does not compile.</exception>
    public static async Task<IReadOnlyList<(string Id, int Line, string At, string Message)>> Cell(DiagnosticAnalyzer analyzer, string code)
    {
        var options = ScriptOptions.Default
            .WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(TorchSharp.torch).Assembly)
            .WithImports("System", "System.Linq", "TorchSharp", "TorchSharp.torch", "TorchSharp.torch.nn");
        var compilation = CSharpScript.Create(code, options).GetCompilation();
        if (compilation.GetDiagnostics().FirstOrDefault(problem => problem.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException(error.ToString());
        var found = await compilation.WithAnalyzers(ImmutableArray.Create(analyzer)).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(one => one.Location.SourceSpan.Start).Select(one => (
            one.Id,
            one.Location.GetLineSpan().StartLinePosition.Line + 1,
            one.Location.SourceTree!.ToString().Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length),
            one.GetMessage()))];
    }
}
