using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace Workbook.Sessions.Child;

/// <summary>A cell ready to be run.</summary>
/// <param name="Script">What later cells are compiled against.</param>
/// <param name="Image">Its code; null where there is nothing to run.</param>
/// <param name="HasValue">Whether it ends in an expression to show.</param>
/// <param name="Awaits">Whether it awaits something itself, not only in functions of its own.</param>
/// <param name="Warnings">What it may not mean as it stands.</param>
internal sealed record CompiledCell(Script Script, CellImage? Image, bool HasValue, bool Awaits, IReadOnlyList<Diagnostic> Warnings);
