using System.Globalization;
using System.Net;
using Workbook.Documents;
using Workbook.Sessions.Running;

namespace Workbook.Book.Pages;

/// <summary>A notebook's parameters as a form, out of which the page's script makes the command that runs it with other values.</summary>
internal static class ParameterForm
{
    /// <param name="notebook">The notebook.</param>
    /// <param name="command">What runs it as it is.</param>
    /// <returns>The form; empty where the notebook has no parameters.</returns>
    public static string Render(Notebook notebook, string command)
    {
        var fields = ParameterCell.Fields(notebook);
        return fields.Count == 0 ? "" : $"""
            <details class="parameters"><summary>Run it with other values</summary>
            <form data-command="{WebUtility.HtmlEncode(command)}">
            {string.Concat(fields.Select(Field))}<div class="command"><output class="mono"></output></div>
            </form>
            </details>

            """;
    }

    private static string Field(ParameterField field)
    {
        var (name, value) = (WebUtility.HtmlEncode(field.Name), WebUtility.HtmlEncode(field.Value));
        var input = field.Kind switch
        {
            ParameterKind.Boolean => $"<select name=\"{name}\" data-given=\"{value}\">{Choice("true", field.Value)}{Choice("false", field.Value)}</select>",
            ParameterKind.Integer => $"<input type=\"number\" step=\"1\"{Limits(field)} required name=\"{name}\" value=\"{value}\" data-given=\"{value}\">",
            ParameterKind.Fraction => $"<input type=\"number\" step=\"any\"{Limits(field)} required name=\"{name}\" value=\"{value}\" data-given=\"{value}\">",
            _ => $"<input type=\"text\" name=\"{name}\" value=\"{value}\" data-given=\"{value}\">",
        };
        return $"<label><span class=\"mono\">{name}</span>{input}<small>{WebUtility.HtmlEncode(field.Note)}</small></label>\n";
    }

    private static string Choice(string value, string chosen) => $"<option{(value == chosen ? " selected" : "")}>{value}</option>";

    private static string Limits(ParameterField field) => Limit("min", field.Least) + Limit("max", field.Most);

    private static string Limit(string name, double? value) =>
        value is { } number ? string.Create(CultureInfo.InvariantCulture, $" {name}=\"{number}\"") : "";
}
