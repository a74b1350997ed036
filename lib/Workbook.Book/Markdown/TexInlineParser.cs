using Markdig.Helpers;
using Markdig.Parsers;

namespace Workbook.Book.Markdown;

/// <summary>
/// Takes <c>$…$</c> and <c>$$…$$</c> out of a paragraph before Markdown reads underscores, stars and backslashes in them.
/// </summary>
/// <remarks>
/// A single dollar opens a formula where no blank follows it, and closes one where no blank precedes it and no digit
/// follows, so that "from $5 to $6" stays text. Unlike Markdig's own rule, a formula may go over a line's end and may
/// touch a letter: <c>$x_t$的</c>.
/// </remarks>
internal sealed class TexInlineParser : InlineParser
{
    public TexInlineParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.Text.AsSpan(slice.Start, slice.Length);
        var dollars = text.Length > 1 && text[1] == '$' ? 2 : 1;
        var close = FindClose(text, dollars);
        if (close < 0)
            return false;
        processor.Inline = new TexInline(text[dollars..close].Trim().ToString(), dollars == 2)
        {
            Span = { Start = processor.GetSourcePosition(slice.Start), End = processor.GetSourcePosition(slice.Start + close) },
        };
        slice.Start += close + dollars;
        return true;
    }

    private static int FindClose(ReadOnlySpan<char> text, int dollars)
    {
        if (dollars == 1 && (text.Length < 2 || char.IsWhiteSpace(text[1])))
            return -1;
        for (var index = dollars; index < text.Length; index++)
            if (text[index] == '\\')
                index++;
            else if (text[index] == '$' && Closes(text, index, dollars))
                return index;
        return -1;
    }

    private static bool Closes(ReadOnlySpan<char> text, int index, int dollars)
    {
        if (index == dollars)
            return false;
        var after = index + dollars < text.Length ? text[index + dollars] : '\0';
        return dollars == 2
            ? text[index..].StartsWith("$$")
            : !char.IsWhiteSpace(text[index - 1]) && !char.IsAsciiDigit(after);
    }
}
