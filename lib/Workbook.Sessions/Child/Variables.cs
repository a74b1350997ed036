using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Workbook.Documents;
using Workbook.Sessions.Child.Directives;
using Workbook.Sessions.Formatting;

namespace Workbook.Sessions.Child;

/// <summary>The variables that cells have declared, as <c>#!who</c> and <c>#!whos</c> list them.</summary>
internal static class Variables
{
    private const int LongestValue = 80;

    private static readonly Dictionary<Type, string> Aliases = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(short)] = "short",
        [typeof(string)] = "string",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
    };

    public static MimeBundle Names(object?[] submissions) =>
        new(MimeBundle.Plain, Join(Fields(submissions).Select(variable => variable.Field.Name)));

    public static MimeBundle Table(object?[] submissions) => TextTable.Create(
        ["Variable", "Type", "Value"],
        [.. Fields(submissions).Select(variable =>
            (string[])[variable.Field.Name, TypeName(variable.Field.FieldType), Value(variable.Field.GetValue(variable.Cell))])]);

    private static string Join(IEnumerable<string> names) => string.Join('\n', names.DefaultIfEmpty("There are no variables."));

    // A name declared again hides the earlier one; the compiler's own names are no C#.
    private static IEnumerable<(object Cell, FieldInfo Field)> Fields(object?[] submissions) => submissions
        .OfType<object>()
        .SelectMany(cell => cell.GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(field => SyntaxFacts.IsValidIdentifier(field.Name) && !field.FieldType.Name.StartsWith("Submission#", StringComparison.Ordinal))
            .Select(field => (Cell: cell, Field: field)))
        .Reverse()
        .DistinctBy(variable => variable.Field.Name)
        .OrderBy(variable => variable.Field.Name, StringComparer.OrdinalIgnoreCase);

    // As C# writes it, without namespaces: List<int>, double[], Tensor.
    private static string TypeName(Type type)
    {
        if (type.IsArray)
            return TypeName(type.GetElementType()!) + $"[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return TypeName(value) + "?";
        if (type.IsGenericType && !type.Name.StartsWith('<'))
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>";
        return Aliases.GetValueOrDefault(type, type.Name);
    }

    private static string Value(object? value)
    {
        try
        {
            var text = string.Join(' ', ValueFormatter.Text(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return text.Length <= LongestValue ? text : text[..(LongestValue - 1)] + "…";
        }
        catch (Exception error) when (error is not (OperationCanceledException or ThreadInterruptedException))
        {
            return $"({error.GetType().Name}: {error.Message})";
        }
    }
}
