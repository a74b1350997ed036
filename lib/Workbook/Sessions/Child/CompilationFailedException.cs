using Microsoft.CodeAnalysis;

namespace Workbook.Sessions.Child;

/// <summary>A cell does not compile.</summary>
internal sealed class CompilationFailedException(IReadOnlyList<Diagnostic> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}
