using Workbook.Sessions.Formatting;

namespace Workbook.Sessions.Cells;

/// <summary><c>display</c>, written after the value.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value below the cell.</summary>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue Display(this object? value) => CellFunctions.Show(ValueFormatter.Format(value), null);

    /// <summary>Shows the value below the cell in one representation; a string is taken as that representation itself.</summary>
    /// <param name="value">The value, or the HTML, SVG, Markdown, base64 … text.</param>
    /// <param name="mimeType">Such as <c>text/html</c>.</param>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue Display(this object? value, string mimeType) => CellFunctions.display(value, mimeType);

    /// <summary>Shows the items as a table: a row an item, a column a property.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> value) => CellFunctions.Show(ValueFormatter.Table(value), null);

    /// <summary>Shows text that is HTML, SVG, Markdown, base64 …</summary>
    /// <param name="text">The representation itself.</param>
    /// <param name="mimeType">Which one it is, such as <c>image/svg+xml</c>.</param>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue DisplayAs(this string text, string mimeType) =>
        CellFunctions.Show(ValueFormatter.Format(text, mimeType), mimeType);
}
