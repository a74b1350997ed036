using Microsoft.AspNetCore.Html;
using Workbook.Documents;
using Workbook.Sessions.Child;
using Workbook.Sessions.Formatting;

namespace Workbook.Sessions.Cells;

/// <summary>What every cell can call without a using: .NET Interactive's names for the same things.</summary>
public static class CellFunctions
{
    /// <summary>Shows a value below the cell, in every representation that its type offers.</summary>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue display(object? value) => Show(ValueFormatter.Format(value), null);

    /// <summary>Shows a value in one representation; a string is taken as that representation itself.</summary>
    /// <param name="value">The value, or the HTML, SVG, Markdown, base64 … text.</param>
    /// <param name="mimeType">Such as <c>text/html</c>.</param>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue display(object? value, string mimeType) =>
        Show(ValueFormatter.Format(value, mimeType), mimeType);

    /// <summary>Removes what the cell has shown so far.</summary>
    /// <param name="wait">Whether to wait for the next output, which avoids flicker.</param>
    public static void clear_output(bool wait = false) => CellOutput.Clear(wait);

    /// <summary>HTML to be shown as it stands.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Has the page that shows the notebook run a script.</summary>
    public static void Javascript(string scriptContent) =>
        display($"<script type=\"text/javascript\">{scriptContent}</script>", MimeBundle.Html);

    /// <summary>Adds rules to the style of the page that shows the notebook.</summary>
    public static void CSS(string content) => display($"<style>{content}</style>", MimeBundle.Html);

    /// <summary>A formula, or more LaTeX that a page can typeset.</summary>
    public static LaTeXString LaTeX(string code) => new(code);

    internal static DisplayedValue Show(MimeBundle data, string? mimeType)
    {
        var id = Guid.NewGuid().ToString("n");
        CellOutput.Display(data, id);
        return new DisplayedValue(id, mimeType);
    }
}
