using System.Text.RegularExpressions;

namespace Workbook.Sessions.Child.Directives;

/// <summary>A line of a cell that is for the host rather than for the compiler.</summary>
/// <param name="Name">Such as <c>#!time</c>; <c>#r</c> and <c>#i</c> where they name packages.</param>
/// <param name="Argument">What follows the name, without the quotes around it.</param>
/// <param name="Line">The cell's line, from 1.</param>
internal sealed partial record Directive(string Name, string Argument, int Line)
{
    /// <summary>How the names begin that no C# compiler knows.</summary>
    public const string Prefix = "#!";

    /// <summary>Whether it is about packages: <c>#r "nuget: …"</c> or <c>#i</c>.</summary>
    public bool IsPackage => !Name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether there is such a directive.</summary>
    public bool IsKnown => DirectiveHelp.All.Any(help => help.Names.Contains(Name));

    /// <summary>The directive that a line is; null for any other line, one that the compiler reads (<c>#r "x.dll"</c>) included.</summary>
    public static Directive? Parse(string text, int line) =>
        Pattern().Match(text) is { Success: true } match
            ? new Directive(match.Groups["name"].Value, Unquoted(match.Groups["argument"].Value.Trim()), line)
            : null;

    // Quotes around the whole; those of an option's value stay.
    private static string Unquoted(string argument) => argument.StartsWith('"') ? argument.Trim('"').Trim() : argument;

    [GeneratedRegex("""^\s*(?<name>#r)\s+(?<argument>"\s*nuget\s*:.*)$|^\s*(?<name>#i)\b(?<argument>.*)$|^(?<name>#!\S*)(?<argument>.*)$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
