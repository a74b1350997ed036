using Workbook.Documents;
using Workbook.Sessions.Running;

namespace Workbook.Commands;

/// <summary>Asks for a notebook's parameters, one after another; an empty answer keeps a value.</summary>
/// <param name="input">Where answers come from; once it ends, the rest stays as it is.</param>
/// <param name="output">Where questions go.</param>
internal sealed class ParameterQuestions(TextReader input, TextWriter output)
{
    /// <summary>Asks for those that are not given yet.</summary>
    /// <returns>The given ones, and what was answered.</returns>
    /// <exception cref="ParameterException">The notebook has no parameters.</exception>
    public IReadOnlyList<Parameter> Ask(Notebook notebook, IReadOnlyList<Parameter> given, string name)
    {
        var fields = ParameterCell.Fields(notebook);
        if (fields.Count == 0)
            throw new ParameterException($"{name} takes no parameters: no code cell is tagged '{ParameterCell.Tag}'. Run it without --ask.");
        var answers = fields.Where(field => given.All(parameter => parameter.Name != field.Name)).Select(Ask).OfType<Parameter>();
        return [.. given, .. answers];
    }

    private Parameter? Ask(ParameterField field)
    {
        while (true)
        {
            output.Write($"{field.Name}{(field.Note.Length == 0 ? "" : $" ({field.Note})")} [{field.Value}]: ");
            output.Flush();
            if (input.ReadLine() is not { } line)
            {
                output.WriteLine();
                return null;
            }
            var answer = line.Trim();
            if (answer.Length == 0 || answer == field.Value) return null;
            if (field.Problem(answer) is not { } problem) return new Parameter(field.Name, answer);
            output.WriteLine($"  {problem}");
        }
    }
}
