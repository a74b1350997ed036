using System.Reflection;
using System.Text.RegularExpressions;

namespace Workbook.Book.Pages;

/// <summary>The book's own templates, styles and scripts, which are part of the program.</summary>
internal static partial class Template
{
    private const string Prefix = "Workbook.Book.";

    /// <summary>The text of a resource.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The program was built without its resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A template with each <c>{{name}}</c> replaced, once: what a value holds is not looked at again.</summary>
    public static string Fill(string name, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(Read(name), match => values[match.Groups[1].Value]);

    [GeneratedRegex(@"\{\{([a-z-]+)\}\}")]
    private static partial Regex Placeholder();
}
