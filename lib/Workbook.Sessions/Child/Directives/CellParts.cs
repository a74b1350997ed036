using Workbook.Documents;

namespace Workbook.Sessions.Child.Directives;

/// <summary>A cell's text, taken apart at its directives.</summary>
/// <param name="Parts">What to do, in order.</param>
/// <param name="Timed">Whether <c>#!time</c> asks how long it took.</param>
internal sealed record CellParts(IReadOnlyList<CellPart> Parts, bool Timed)
{
    private static readonly string[] Commands = ["#!import", "#!who", "#!whos", "#!lsmagic", VariableDirectives.Set, VariableDirectives.Share];

    /// <exception cref="DirectiveException">A directive is unknown.</exception>
    public static CellParts Parse(string code)
    {
        var lines = CellLine.Split(code);
        if (lines.All(line => line.IsCode))
            return new CellParts([new CodePart(code, [])], false);
        var parts = new List<CellPart>();
        var (timed, start) = (false, 0);
        Directive? value = null;
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Directive is not { } directive || directive.IsPackage)
                continue;
            var isCommand = Commands.Contains(directive.Name);
            if (directive.Name == "#!time")
                timed = true;
            else if (!isCommand && CellLanguage.Of(directive.Name) is null)
                throw Unknown(directive);
            else
            {
                Add(parts, lines, start, index, value);
                start = index + 1;
                value = CellLanguage.Of(directive.Name) == CellLanguage.Value ? directive : null;
            }
            if (isCommand)
                parts.Add(new CommandPart(directive));
        }
        Add(parts, lines, start, lines.Count, value);
        return new CellParts(parts, timed);
    }

    private static void Add(List<CellPart> parts, IReadOnlyList<CellLine> lines, int start, int end, Directive? value)
    {
        var own = lines.Skip(start).Take(end - start).ToList();
        if (value is not null)
        {
            parts.Add(new ValuePart(value, string.Join('\n', own.Select(line => line.Text)).Trim('\r', '\n')));
            return;
        }
        if (own.All(line => string.IsNullOrWhiteSpace(line.Text)))
            return;
        if (own[^1].Language is { MimeType: not null } language)
            parts.Add(new ShownPart(language, string.Join('\n', own.Select(line => line.Text)).Trim()));
        else
            parts.Add(new CodePart(
                new string('\n', start) + CellLine.Mask(own), [.. own.Select(line => line.Directive).OfType<Directive>().Where(line => line.IsPackage)]));
    }

    private static DirectiveException Unknown(Directive directive) =>
        KernelNames.Find(directive.Name[Directive.Prefix.Length..]) is { } language
            ? new(
                $"There is no {directive.Name}: what follows is {KernelNames.Title(language)}, and all that runs here is C#. " +
                "Write it in C#, or tag the cell skip-execution to have it passed over.", directive.Line)
            : new(
                $"There is no {directive.Name}. A cell here is C#, or a text to show. There are " +
                string.Join(", ", DirectiveHelp.All.SelectMany(help => help.Names).Order(StringComparer.Ordinal)) +
                "; #!lsmagic says what each does.", directive.Line);
}

/// <summary>A piece of a cell: what to do before the next piece.</summary>
internal abstract record CellPart;

/// <summary>C# to run.</summary>
/// <param name="Text">The code; it keeps the cell's line numbers, other lines being blank in it.</param>
/// <param name="Packages">The <c>#r "nuget: …"</c> and <c>#i</c> lines in it, to be followed before it is compiled.</param>
internal sealed record CodePart(string Text, IReadOnlyList<Directive> Packages) : CellPart;

/// <summary>A text to show.</summary>
/// <param name="Language">What it is written in.</param>
/// <param name="Text">The text.</param>
internal sealed record ShownPart(CellLanguage Language, string Text) : CellPart;

/// <summary>A text to keep in a variable.</summary>
/// <param name="Directive">Names the variable.</param>
/// <param name="Text">The text.</param>
internal sealed record ValuePart(Directive Directive, string Text) : CellPart;

/// <summary>A directive that does something by itself.</summary>
/// <param name="Directive">The directive.</param>
internal sealed record CommandPart(Directive Directive) : CellPart;
