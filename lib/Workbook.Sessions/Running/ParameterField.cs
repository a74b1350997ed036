using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbook.Sessions.Running;

/// <summary>What a value can be.</summary>
internal enum ParameterKind
{
    Unknown,
    Integer,
    Fraction,
    Boolean,
    Text,
}

/// <summary>A parameter as its cell declares it: for a form, or to ask for it.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Value">Its value in the notebook, as one would type it; empty where that is computed.</param>
/// <param name="Note">The comment beside it.</param>
internal sealed partial record ParameterField(string Name, ParameterKind Kind, string Value, string Note)
{
    private const NumberStyles Styles = NumberStyles.Float | NumberStyles.AllowThousands;

    /// <summary>The least that the comment allows: “20 or more”, “1 to 500”.</summary>
    public double? Least => Number("least") ?? Number("from");

    /// <summary>The most that the comment allows: “up to 500”, “1 to 500”.</summary>
    public double? Most => Number("to") ?? Number("most");

    /// <summary>Why a value does not do; null where it does.</summary>
    public string? Problem(string value)
    {
        if (ParameterLiteral.Create(value, Kind, "") is null)
            return $"'{value}' is no {Kind switch { ParameterKind.Integer => "whole number", ParameterKind.Boolean => "true or false", _ => "number" }}.";
        if (Kind is not (ParameterKind.Integer or ParameterKind.Fraction)) return null;
        var number = double.Parse(value, CultureInfo.InvariantCulture);
        return number < Least || number > Most ? $"{value} is out of range: {Note}." : null;
    }

    private double? Number(string group) => Range().Match(Note).Groups[group] is { Success: true } found
        ? double.Parse(found.Value.Replace("_", "", StringComparison.Ordinal), Styles, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"(?<![\w.])(?<from>-?\d[\d_.]*) to (?<to>-?\d[\d_.]*\d|\d)|(?<![\w.])(?<least>-?\d[\d_.]*) or more|\bat least (?<least>-?\d[\d_.]*\d|\d)|\b(?:up to|at most) (?<most>-?\d[\d_.]*\d|\d)")]
    private static partial Regex Range();
}
