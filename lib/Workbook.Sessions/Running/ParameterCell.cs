using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Workbook.Base;
using Workbook.Documents;

namespace Workbook.Sessions.Running;

/// <summary>Sets parameters as papermill does: in a cell of its own after the one tagged <c>parameters</c>.</summary>
internal static class ParameterCell
{
    public const string Tag = "parameters";
    public const string InjectedTag = "injected-parameters";

    /// <summary>The notebook with its parameters set.</summary>
    /// <param name="notebook">A notebook with a cell tagged <c>parameters</c>.</param>
    /// <param name="parameters">What to set; if there is none, the notebook stays as it is.</param>
    /// <param name="name">What messages call the notebook.</param>
    /// <exception cref="ParameterException">There is no such cell, no such parameter in it, or the value is of another kind.</exception>
    public static Notebook Inject(Notebook notebook, IReadOnlyList<Parameter> parameters, string name)
    {
        if (parameters.Count == 0)
            return notebook;
        var cells = notebook.Cells.Where(cell => !cell.HasTag(InjectedTag)).ToList();
        var index = cells.FindIndex(cell => cell.Kind == CellKind.Code && cell.HasTag(Tag));
        if (index < 0)
            throw new ParameterException(
                $"{name} takes no parameters: no code cell is tagged '{Tag}'. Tag one, or run it without -p.");
        var known = Declared(cells[index].Source);
        var lines = parameters.Select(parameter => Assignment(parameter, known, name));
        cells.Insert(index + 1, Create(cells[index], string.Join('\n', lines), cells));
        return notebook with { Cells = cells };
    }

    /// <summary>What a notebook's parameters are; none where no cell is tagged so.</summary>
    public static IReadOnlyList<ParameterField> Fields(Notebook notebook) =>
        notebook.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code && cell.HasTag(Tag)) is { } cell
            ? [.. Declared(cell.Source).Select(entry => Field(entry.Key, entry.Value))]
            : [];

    private static ParameterField Field(string name, VariableDeclaratorSyntax declared)
    {
        var declaration = (VariableDeclarationSyntax)declared.Parent!;
        var note = declaration.Parent!.GetLastToken().TrailingTrivia.Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(trivia => trivia.ToString()[2..].Trim()).FirstOrDefault("");
        return new(name, ParameterLiteral.KindOf(declaration.Type.ToString(), declared.Initializer?.Value).Kind, Typed(declared.Initializer?.Value), note);
    }

    // A literal as one would type it on the command line.
    private static string Typed(ExpressionSyntax? value) => value switch
    {
        LiteralExpressionSyntax { Token.Value: bool flag } => flag ? "true" : "false",
        LiteralExpressionSyntax literal => Convert.ToString(literal.Token.Value, CultureInfo.InvariantCulture) ?? "",
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => "-" + Typed(minus.Operand),
        _ => "",
    };

    private static Cell Create(Cell model, string source, List<Cell> others)
    {
        var id = InjectedTag;
        for (var attempt = 2; others.Exists(cell => cell.Id == id); attempt++)
            id = $"{InjectedTag}-{attempt}";
        return (model with { Id = id, Source = source })
            .Cleared()
            .WithMetadata("tags", new JsonArray(InjectedTag));
    }

    private static Dictionary<string, VariableDeclaratorSyntax> Declared(string source)
    {
        var options = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script);
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, options).GetRoot();
        return root.Members.OfType<FieldDeclarationSyntax>().Select(field => field.Declaration)
            .Concat(root.Members.OfType<GlobalStatementSyntax>()
                .Select(member => member.Statement).OfType<LocalDeclarationStatementSyntax>()
                .Select(statement => statement.Declaration))
            .SelectMany(declaration => declaration.Variables)
            .ToDictionary(variable => variable.Identifier.Text);
    }

    // An assignment, not a new variable: the parameter keeps its type, and what has captured it sees the value.
    private static string Assignment(
        Parameter parameter, Dictionary<string, VariableDeclaratorSyntax> known, string notebook)
    {
        if (!known.TryGetValue(parameter.Name, out var declared))
            throw new ParameterException(
                $"{notebook} has no parameter '{parameter.Name}'. It has {string.Join(", ", known.Keys.Order())}.");
        var type = ((VariableDeclarationSyntax)declared.Parent!).Type.ToString();
        var literal = ParameterLiteral.Create(parameter.Value, type, declared.Initializer?.Value)
            ?? throw new ParameterException(
                $"{notebook}: the parameter '{parameter.Name}' ({declared}) cannot be '{parameter.Value}'. " +
                "Give a value of the same kind.");
        return $"{parameter.Name} = {literal};";
    }
}

/// <summary>A notebook does not take such a parameter, or not such a value.</summary>
internal sealed class ParameterException(string message) : ForeseenException(message, ExitCode.Usage);
