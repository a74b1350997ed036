using System.Globalization;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions;

/// <summary>Lets a cell's console text through up to what a notebook can bear: a browser dies of more.</summary>
internal sealed class TextLimit
{
    /// <summary>Characters of one cell.</summary>
    public const int Most = 10_000_000;

    private int _taken;

    /// <summary>What is to be shown of a piece: all, its beginning with a word on what follows, or nothing any more.</summary>
    public IEnumerable<StreamEvent> Take(StreamEvent piece)
    {
        var room = Most - _taken;
        if (room < 0)
            yield break;
        _taken += piece.Text.Length;
        if (piece.Text.Length <= room)
        {
            yield return piece;
            yield break;
        }
        _taken = Most + 1;
        yield return piece with { Text = piece.Text[..room] };
        yield return new StreamEvent(Documents.StreamOutput.Error, string.Create(
            CultureInfo.InvariantCulture, $"\nThis cell has written {Most:N0} characters. What it goes on to write is not shown.\n"));
    }
}
