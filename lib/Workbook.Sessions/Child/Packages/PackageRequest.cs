using System.Text.RegularExpressions;
using Workbook.Sessions.Child.Directives;

namespace Workbook.Sessions.Child.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">The version or range; <c>*</c>, the newest, where none was named.</param>
internal sealed partial record PackageRequest(string Name, string Version)
{
    /// <summary>The newest version that is no preview.</summary>
    public const string Newest = "*";

    /// <summary>Whether the registry has to be asked which version it is.</summary>
    public bool IsFloating => Version.Contains('*');

    /// <exception cref="DirectiveException">It names no package.</exception>
    public static PackageRequest Parse(Directive directive) =>
        Pattern().Match(directive.Argument) is { Success: true } match
            ? new PackageRequest(match.Groups["name"].Value, match.Groups["version"] is { Success: true, Value: var version } ? version : Newest)
            : throw new DirectiveException($"#r \"{directive.Argument}\" names no package. Write #r \"nuget: Name, Version\".", directive.Line);

    public override string ToString() => Version == Newest ? Name : $"{Name} {Version}";

    [GeneratedRegex(@"^nuget\s*:\s*(?<name>[\w.-]+)\s*(,\s*(?<version>[\w.*+,\[\]() -]+?)\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
