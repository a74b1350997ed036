using Markdig.Parsers;
using Markdig.Syntax;

namespace Workbook.Book.Markdown;

/// <summary>A displayed formula that is a block of its own: <c>$$…$$</c> or a bare <c>\begin{…}…\end{…}</c>.</summary>
/// <param name="parser">What recognised it.</param>
/// <param name="end">The text that closes it.</param>
internal sealed class TexBlock(BlockParser parser, string end) : LeafBlock(parser)
{
    public string End { get; } = end;

    /// <summary>The formula as written, without the dollars around it.</summary>
    public string Tex
    {
        get
        {
            var text = Lines.ToString().Trim();
            if (End != TexBlockParser.Fence)
                return text;
            if (text.StartsWith(End, StringComparison.Ordinal))
                text = text[End.Length..];
            if (text.EndsWith(End, StringComparison.Ordinal))
                text = text[..^End.Length];
            return text.Trim();
        }
    }
}
