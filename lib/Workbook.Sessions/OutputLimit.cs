using System.Globalization;
using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions;

/// <summary>Lets a cell's outputs through up to what a notebook can bear: a browser dies of more.</summary>
internal sealed class OutputLimit
{
    /// <summary>Characters that one cell may write to the console.</summary>
    public const int MostText = 10_000_000;

    /// <summary>Characters of all that one cell may display; what replaces an earlier display takes no room.</summary>
    public const int MostDisplayed = 100_000_000;

    private int _text;
    private long _displayed;

    /// <summary>What is to be passed on of an event: all, its beginning with a word on what follows, or nothing any more.</summary>
    public IEnumerable<SessionEvent> Take(SessionEvent happened) => happened switch
    {
        StreamEvent text => TakeText(text),
        DisplayEvent display => TakeDisplay(display, display.Data),
        ResultEvent result => TakeDisplay(result, result.Data),
        _ => [happened],
    };

    private IEnumerable<SessionEvent> TakeText(StreamEvent piece)
    {
        var room = MostText - _text;
        if (room < 0)
            yield break;
        _text += Math.Min(piece.Text.Length, room + 1);
        if (piece.Text.Length <= room)
        {
            yield return piece;
            yield break;
        }
        yield return piece with { Text = piece.Text[..room] };
        yield return Word($"This cell has written {MostText:N0} characters. What it goes on to write is not shown.");
    }

    private IEnumerable<SessionEvent> TakeDisplay(SessionEvent shown, MimeBundle data)
    {
        if (_displayed > MostDisplayed)
            yield break;
        _displayed += data.Types.Sum(type => (long)data.Text(type)!.Length);
        if (_displayed <= MostDisplayed)
            yield return shown;
        else
            yield return Word($"This cell has displayed {MostDisplayed:N0} characters of text and pictures. What it goes on to display is not shown.");
    }

    private static StreamEvent Word(FormattableString text) =>
        new(StreamOutput.Error, $"\n{text.ToString(CultureInfo.InvariantCulture)}\n");
}
