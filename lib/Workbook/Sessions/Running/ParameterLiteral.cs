using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Sessions.Running;

/// <summary>Writes a value from the command line as C#: a number, true or false, or a string.</summary>
internal static class ParameterLiteral
{
    private enum Kind
    {
        Unknown,
        Integer,
        Fraction,
        Boolean,
        Text,
    }

    /// <param name="value">As typed.</param>
    /// <param name="type">The declared type, or <c>var</c>.</param>
    /// <param name="initial">The declared value, from which the kind is taken where the type does not say it.</param>
    /// <returns>A literal; null if the value is not of the parameter's kind.</returns>
    public static string? Create(string value, string type, ExpressionSyntax? initial)
    {
        var (kind, suffix) = KindOf(type, initial);
        var given = Parse(value);
        return kind switch
        {
            Kind.Text => SymbolDisplay.FormatLiteral(value, quote: true),
            Kind.Boolean when given == Kind.Boolean => Lower(value),
            Kind.Integer when given == Kind.Integer => value + suffix,
            Kind.Fraction when given is Kind.Integer or Kind.Fraction => value + suffix,
            Kind.Unknown => given switch
            {
                Kind.Integer or Kind.Fraction => value,
                Kind.Boolean => Lower(value),
                _ => SymbolDisplay.FormatLiteral(value, quote: true),
            },
            _ => null,
        };
    }

    private static (Kind Kind, string Suffix) KindOf(string type, ExpressionSyntax? initial) => type switch
    {
        "int" or "long" or "uint" or "ulong" or "short" or "ushort" or "byte" or "sbyte" => (Kind.Integer, ""),
        "double" => (Kind.Fraction, "d"),
        "float" => (Kind.Fraction, "f"),
        "decimal" => (Kind.Fraction, "m"),
        "bool" => (Kind.Boolean, ""),
        "string" => (Kind.Text, ""),
        _ => KindOf(initial),
    };

    private static (Kind Kind, string Suffix) KindOf(ExpressionSyntax? initial) => initial switch
    {
        PrefixUnaryExpressionSyntax unary => KindOf(unary.Operand),
        LiteralExpressionSyntax literal => literal.Token.Value switch
        {
            float => (Kind.Fraction, "f"),
            double => (Kind.Fraction, "d"),
            decimal => (Kind.Fraction, "m"),
            long => (Kind.Integer, "L"),
            bool => (Kind.Boolean, ""),
            string => (Kind.Text, ""),
            int or uint or ulong => (Kind.Integer, ""),
            _ => (Kind.Unknown, ""),
        },
        _ => (Kind.Unknown, ""),
    };

    private static Kind Parse(string value) =>
        Int128.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? Kind.Integer
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Kind.Fraction
        : bool.TryParse(value, out _) ? Kind.Boolean
        : Kind.Text;

    private static string Lower(string value) => bool.Parse(value) ? "true" : "false";
}
