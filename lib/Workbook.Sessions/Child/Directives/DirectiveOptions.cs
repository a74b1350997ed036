using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workbook.Sessions.Child.Directives;

/// <summary>What follows a directive's name: options with their values, and words that are none's.</summary>
internal sealed partial class DirectiveOptions
{
    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _quoted = [];
    private readonly Directive _directive;

    /// <param name="directive">The directive.</param>
    /// <param name="known">The options that there are, such as <c>--name</c>.</param>
    /// <exception cref="DirectiveException">There is no such option, or it has no value.</exception>
    public DirectiveOptions(Directive directive, params string[] known)
    {
        _directive = directive;
        var words = Word().Matches(directive.Argument).Select(match => match.Value).ToList();
        var others = new List<string>();
        for (var index = 0; index < words.Count; index++)
        {
            if (!words[index].StartsWith("--", StringComparison.Ordinal))
            {
                others.Add(Unquote(words[index]));
                continue;
            }
            var (name, value) = words[index].Split('=', 2) is [var option, var given] ? (option, given) : (words[index], null);
            if (!known.Contains(name))
                throw Wrong($"has no option {name}; there {(known.Length == 1 ? "is" : "are")} {string.Join(", ", known)}.");
            value ??= index + 1 < words.Count ? words[++index] : throw Wrong($"lacks a value after {name}.");
            _values[name] = Unquote(value);
            if (value.StartsWith('"'))
                _quoted.Add(name);
        }
        Others = others;
    }

    /// <summary>The words that belong to no option.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <summary>An option's value; null where it is not given.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Whether an option's value stands in quotes as a whole, and so is text and nothing else.</summary>
    public bool IsQuoted(string name) => _quoted.Contains(name);

    /// <exception cref="DirectiveException">It is not given.</exception>
    public string Required(string name) => this[name] ?? throw Wrong($"wants {name}.");

    /// <summary>The directive is wrong, for this reason.</summary>
    public DirectiveException Wrong(string why) => new($"{_directive.Name} {why}", _directive.Line);

    // A word may hold a quoted part: @input:"Your name". Its escapes are JSON's, unless one is none of them, or it is a path
    // of Windows', in which \n is the beginning of a name.
    private static string Unquote(string word) => Quoted().Replace(word, match =>
        WindowsPath().IsMatch(match.Value) || !Escaped().IsMatch(match.Value) ? match.Value[1..^1] : JsonSerializer.Deserialize<string>(match.Value)!);

    // A path may end in a backslash, which is then not the quote's.
    [GeneratedRegex("""(?:[^\s"]|"(?:[A-Za-z]:|\\)\\[^"]*"|"(?:[^"\\]|\\.)*")+""")]
    private static partial Regex Word();

    [GeneratedRegex("""(?<=^|:|=)".*"$""")]
    private static partial Regex Quoted();

    [GeneratedRegex("""^"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"$""")]
    private static partial Regex Escaped();

    // With single backslashes; one whose backslashes are all doubled is escaped.
    [GeneratedRegex("""^"(?:[A-Za-z]:\\(?!\\)|\\\\[^"\\]+\\(?!\\))[^"]*"$""")]
    private static partial Regex WindowsPath();
}
