namespace Workbook.Sessions.Child.Directives;

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
