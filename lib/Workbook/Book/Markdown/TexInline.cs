using Markdig.Syntax.Inlines;

namespace Workbook.Book.Markdown;

/// <summary>A formula inside a paragraph.</summary>
/// <param name="tex">The formula as written, without its dollars.</param>
/// <param name="display">Whether it stands on a line of its own: <c>$$…$$</c>.</param>
internal sealed class TexInline(string tex, bool display) : LeafInline
{
    public string Tex { get; } = tex;

    public bool Display { get; } = display;
}
