using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Sessions;

/// <summary>The C# that cells are written in.</summary>
internal static class CellDialect
{
    /// <summary>The version that belongs to the framework. The compiler knows newer ones, whose words and types this framework lacks.</summary>
    public const LanguageVersion Version = LanguageVersion.CSharp14;
}
