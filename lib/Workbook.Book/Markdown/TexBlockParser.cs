using Markdig.Parsers;

namespace Workbook.Book.Markdown;

/// <summary>
/// Takes displayed formulas out of the text before Markdown sees headings, lists and tables in their lines
/// (<c>= x</c> under a line would be a heading, <c>- y</c> a list).
/// </summary>
internal sealed class TexBlockParser : BlockParser
{
    public const string Fence = "$$";
    private const string Begin = @"\begin{";

    public TexBlockParser() => OpeningCharacters = ['$', '\\'];

    public override bool CanInterrupt(BlockProcessor processor, Markdig.Syntax.Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
            return BlockState.None;
        var line = processor.Line.ToString().TrimEnd();
        if (EndOf(line) is not { } end)
            return BlockState.None;
        var closing = line.IndexOf(end, Math.Min(line.Length, end == Fence ? Fence.Length : 0), StringComparison.Ordinal);
        // Text after the formula makes it a part of a paragraph, and the inline parser's.
        if (closing >= 0 && closing + end.Length < line.Length)
            return BlockState.None;
        processor.NewBlocks.Push(new TexBlock(this, end) { Column = processor.Column, Span = { Start = processor.Start } });
        return closing >= 0 ? BlockState.Break : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
    {
        var line = processor.Line.ToString().TrimEnd();
        block.UpdateSpanEnd(processor.Line.End);
        return line.EndsWith(((TexBlock)block).End, StringComparison.Ordinal) ? BlockState.Break : BlockState.Continue;
    }

    private static string? EndOf(string line)
    {
        if (line.StartsWith(Fence, StringComparison.Ordinal))
            return Fence;
        if (!line.StartsWith(Begin, StringComparison.Ordinal))
            return null;
        var close = line.IndexOf('}', Begin.Length);
        return close < 0 ? null : $@"\end{{{line[Begin.Length..close]}}}";
    }
}
