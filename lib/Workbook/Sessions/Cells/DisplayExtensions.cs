using Workbook.Sessions.Formatting;

namespace Workbook.Sessions.Cells;

/// <summary><c>display</c>, written after the value.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value below the cell.</summary>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue Display(this object? value) => CellFunctions.Show(ValueFormatter.Format(value), null);

    /// <summary>Shows text that is HTML, SVG, Markdown, base64 …</summary>
    /// <param name="text">The representation itself.</param>
    /// <param name="mimeType">Which one it is, such as <c>image/svg+xml</c>.</param>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue DisplayAs(this string text, string mimeType) =>
        CellFunctions.Show(ValueFormatter.Format(text, mimeType), mimeType);
}
