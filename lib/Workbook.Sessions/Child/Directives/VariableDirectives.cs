using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Sessions.Child.Directives;

/// <summary>The directives that declare a variable, as C# that does so: .NET Interactive's, as far as one language has a use for them.</summary>
/// <param name="folder">The notebook's folder.</param>
/// <param name="ask">Asks the reader; null where nobody is there to answer.</param>
internal sealed class VariableDirectives(string folder, Func<string, string?> ask)
{
    public const string Set = "#!set", Value = "#!value", Share = "#!share";

    private const string MimeType = "--mime-type"; // says how another kernel is to take it

    private static readonly string[] Here = ["csharp", "c#", "value"];

    /// <summary>The declaration; empty where nothing is left to do.</summary>
    /// <param name="directive">The directive.</param>
    /// <param name="text">The lines that follow <c>#!value</c>.</param>
    /// <exception cref="DirectiveException">It cannot be followed.</exception>
    public string Declare(Directive directive, string text) => directive.Name switch
    {
        Set => DeclareSet(new DirectiveOptions(directive, "--name", "--value", MimeType)),
        Value => DeclareText(new DirectiveOptions(directive, "--name", "--from-file", "--from-value", "--from-url", MimeType), text),
        _ => DeclareShared(new DirectiveOptions(directive, "--from", "--as", MimeType)),
    };

    private string DeclareSet(DirectiveOptions options)
    {
        if (options.Others.Count > 0)
            throw options.Wrong($"takes one value; put it in quotes: --value \"… {options.Others[0]}\".");
        return Declaration(options, Expression(options, options.Required("--value")));
    }

    private string Expression(DirectiveOptions options, string value)
    {
        if (options.IsQuoted("--value") || value.Split(':', 2) is not [['@', .. var source], var rest])
            return Literal(value);
        return source switch
        {
            "input" => Literal(ask(rest) ?? throw options.Wrong(
                $"asks \"{rest}\", and nobody is there to answer. Run the notebook in Jupyter or VS Code, or give the value itself: --value \"…\".")),
            "password" => throw options.Wrong(
                "cannot ask for a password, since what is typed would be seen. Write var x = Environment.GetEnvironmentVariable(\"NAME\"); instead."),
            _ when Here.Contains(source) => Name(options, rest),
            _ => throw Elsewhere(options, source, rest),
        };
    }

    private string DeclareText(DirectiveOptions options, string text)
    {
        if (options["--from-url"] is { } url)
            throw options.Wrong($"loads nothing over a network. Write var x = await new System.Net.Http.HttpClient().GetStringAsync(\"{url}\"); instead.");
        if (options["--from-file"] is not { } file)
            return Declaration(options, Literal(options["--from-value"] ?? text));
        var path = Path.GetFullPath(Path.Combine(folder, file));
        return File.Exists(path)
            ? Declaration(options, Literal(File.ReadAllText(path)))
            : throw options.Wrong($"--from-file {file}: the file is not there. Paths start at the notebook's folder.");
    }

    private static string DeclareShared(DirectiveOptions options)
    {
        if (options.Others is not [var variable])
            throw options.Wrong("wants the name of one variable: #!share --from csharp x --as y.");
        var source = options.Required("--from");
        if (!Here.Contains(source))
            throw Elsewhere(options, source, variable);
        return options["--as"] is { } other ? $"var {Name(options, other)} = {Name(options, variable)};" : "";
    }

    private static string Declaration(DirectiveOptions options, string expression) => $"var {Name(options, options.Required("--name"))} = {expression};";

    private static string Name(DirectiveOptions options, string text) =>
        SyntaxFacts.IsValidIdentifier(text) ? text : throw options.Wrong($"wants the name of a variable, and \"{text}\" is none.");

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static DirectiveException Elsewhere(DirectiveOptions options, string kernel, string variable) => options.Wrong(
        $"cannot fetch {variable} from {kernel}: there is one kernel here, C#, and its cells see each other's variables as they are. " +
        "Leave the line out and compute the value in C#, or have the other program write a file and read that.");
}
