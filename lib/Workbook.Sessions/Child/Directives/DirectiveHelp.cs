namespace Workbook.Sessions.Child.Directives;

/// <summary>What a directive is for, in a line; the list of those that there are.</summary>
/// <param name="Names">How it may be written.</param>
/// <param name="Argument">What follows it, as a sample; empty where nothing does.</param>
/// <param name="Summary">What it does.</param>
internal sealed record DirectiveHelp(IReadOnlyList<string> Names, string Argument, string Summary)
{
    public static IReadOnlyList<DirectiveHelp> All { get; } =
    [
        new(["#r"], "\"x.dll\" or \"nuget: Name, Version\"", "use a library, or a package with all that it needs"),
        new(["#i"], "\"nuget: source\"", "look for packages there too: an address or a folder"),
        new(["#load"], "\"x.csx\"", "run a file as a part of this cell"),
        new(["#!import"], "\"x.ipynb\"", "run the code of a .cs, .csx, .ipynb or .dib file as if it stood here"),
        .. CellLanguage.All.Select(language => new DirectiveHelp(
            language.Names, language == CellLanguage.Value ? "--name x" : "", language.Summary)),
        new([VariableDirectives.Set], "--name x --value \"text\"", "declare a variable: a text, another variable (@csharp:y), or the answer to a question (@input:\"question\")"),
        new([VariableDirectives.Share], "--from csharp x --as y", "declare a variable for the value of another"),
        new(["#!time"], "", "tell how long the cell took"),
        new(["#!who"], "", "list the variables"),
        new(["#!whos"], "", "list the variables with their types and values"),
        new(["#!lsmagic"], "", "list these directives"),
    ];
}
