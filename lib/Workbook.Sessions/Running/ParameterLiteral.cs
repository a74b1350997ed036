using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Sessions.Running;

/// <summary>Writes a value from the command line as C#: a number, true or false, or a string.</summary>
internal static class ParameterLiteral
{
    /// <param name="value">As typed.</param>
    /// <param name="type">The declared type, or <c>var</c>.</param>
    /// <param name="initial">The declared value, from which the kind is taken where the type does not say it.</param>
    /// <returns>A literal; null if the value is not of the parameter's kind.</returns>
    public static string? Create(string value, string type, ExpressionSyntax? initial)
    {
        var (kind, suffix) = KindOf(type, initial);
        return Create(value, kind, suffix);
    }

    /// <param name="value">As typed.</param>
    /// <param name="kind">The parameter's kind.</param>
    /// <param name="suffix">What a number of its type ends in.</param>
    /// <returns>A literal; null if the value is not of that kind.</returns>
    public static string? Create(string value, ParameterKind kind, string suffix)
    {
        var given = Parse(value);
        return kind switch
        {
            ParameterKind.Text => SymbolDisplay.FormatLiteral(value, quote: true),
            ParameterKind.Boolean when given == ParameterKind.Boolean => Lower(value),
            ParameterKind.Integer when given == ParameterKind.Integer => value + suffix,
            ParameterKind.Fraction when given is ParameterKind.Integer or ParameterKind.Fraction => value + suffix,
            ParameterKind.Unknown => given switch
            {
                ParameterKind.Integer or ParameterKind.Fraction => value,
                ParameterKind.Boolean => Lower(value),
                _ => SymbolDisplay.FormatLiteral(value, quote: true),
            },
            _ => null,
        };
    }

    /// <summary>What a declaration takes.</summary>
    public static (ParameterKind Kind, string Suffix) KindOf(string type, ExpressionSyntax? initial) => type switch
    {
        "int" or "long" or "uint" or "ulong" or "short" or "ushort" or "byte" or "sbyte" => (ParameterKind.Integer, ""),
        "double" => (ParameterKind.Fraction, "d"),
        "float" => (ParameterKind.Fraction, "f"),
        "decimal" => (ParameterKind.Fraction, "m"),
        "bool" => (ParameterKind.Boolean, ""),
        "string" => (ParameterKind.Text, ""),
        _ => KindOf(initial),
    };

    private static (ParameterKind Kind, string Suffix) KindOf(ExpressionSyntax? initial) => initial switch
    {
        PrefixUnaryExpressionSyntax unary => KindOf(unary.Operand),
        LiteralExpressionSyntax literal => literal.Token.Value switch
        {
            float => (ParameterKind.Fraction, "f"),
            double => (ParameterKind.Fraction, "d"),
            decimal => (ParameterKind.Fraction, "m"),
            long => (ParameterKind.Integer, "L"),
            bool => (ParameterKind.Boolean, ""),
            string => (ParameterKind.Text, ""),
            int or uint or ulong => (ParameterKind.Integer, ""),
            _ => (ParameterKind.Unknown, ""),
        },
        _ => (ParameterKind.Unknown, ""),
    };

    private static ParameterKind Parse(string value) =>
        Int128.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? ParameterKind.Integer
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? ParameterKind.Fraction
        : bool.TryParse(value, out _) ? ParameterKind.Boolean
        : ParameterKind.Text;

    private static string Lower(string value) => bool.Parse(value) ? "true" : "false";
}
