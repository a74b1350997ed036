using System.Buffers;
using Markdig.Syntax.Inlines;

namespace Workbook.Book.Markdown;

/// <summary>A formula inside a paragraph.</summary>
/// <param name="tex">The formula as written, without its dollars.</param>
/// <param name="display">Whether it stands on a line of its own: <c>$$…$$</c>.</param>
internal sealed class TexInline(string tex, bool display) : LeafInline
{
    public string Tex { get; } = tex;

    public bool Display { get; } = display;

    /// <summary>Punctuation after a short formula, which must not begin the next line without it.</summary>
    public string Trailing { get; private set; } = "";

    /// <summary>Longer formulas may be broken themselves.</summary>
    private const int Short = 24;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(",.;:!?)");

    /// <summary>Takes the punctuation that follows from the text that it begins.</summary>
    public void TakePunctuation()
    {
        if (Display || Tex.Length > Short || NextSibling is not LiteralInline text)
            return;
        var length = text.Content.AsSpan().IndexOfAnyExcept(Punctuation);
        length = length < 0 ? text.Content.Length : length;
        Trailing = text.Content.AsSpan()[..length].ToString();
        text.Content.Start += length;
    }
}
