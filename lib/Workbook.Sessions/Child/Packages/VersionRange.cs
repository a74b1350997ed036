namespace Workbook.Sessions.Child.Packages;

/// <summary>What a version that a reader types admits, by NuGet's rules: <c>2.*</c>, <c>[1.0,2.0)</c>; a plain one means itself.</summary>
internal static class VersionRange
{
    public static bool Admits(string range, string version)
    {
        range = range.Replace(" ", "", StringComparison.Ordinal);
        if (range.Split('*', 2) is [var start, _])
            return (version + ".").StartsWith(start, StringComparison.OrdinalIgnoreCase)
                || version.Equals(start.TrimEnd('-'), StringComparison.OrdinalIgnoreCase); // 2.0.0-* takes 2.0.0 too
        if (range.Length < 3 || range[0] is not ('[' or '('))
            return Compare(range, version) == 0;
        var bounds = range[1..^1].Split(',');
        var (lower, upper) = (bounds[0], bounds[^1]);
        return (lower.Length == 0 || Compare(version, lower) is var below && (below > 0 || (below == 0 && range[0] == '[')))
            && (upper.Length == 0 || Compare(version, upper) is var above && (above < 0 || (above == 0 && range[^1] == ']')));
    }

    // A preview comes before its release; two of them in the order of their names.
    private static int Compare(string one, string other)
    {
        var (first, second) = (Parts(one), Parts(other));
        var order = first.Numbers.CompareTo(second.Numbers);
        return order != 0 ? order
            : (first.Preview.Length == 0) != (second.Preview.Length == 0) ? second.Preview.Length - first.Preview.Length
            : StringComparer.OrdinalIgnoreCase.Compare(first.Preview, second.Preview);
    }

    private static (Version Numbers, string Preview) Parts(string version)
    {
        var parts = version.Split('+')[0].Split('-', 2);
        var numbers = parts[0].Split('.').Select(part => int.TryParse(part, out var number) ? number : 0).Concat([0, 0, 0, 0]).Take(4).ToArray();
        return (new Version(numbers[0], numbers[1], numbers[2], numbers[3]), parts.ElementAtOrDefault(1) ?? "");
    }
}
