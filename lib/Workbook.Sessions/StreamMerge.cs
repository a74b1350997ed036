using System.Text;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions;

/// <summary>Joins pieces of console text that have already come, so that a cell which prints by the letter floods nobody.</summary>
internal static class StreamMerge
{
    private const int Most = 1 << 16;

    /// <summary>The same events; none is held back while the next one is awaited.</summary>
    public static async IAsyncEnumerable<SessionEvent> MergeStreams(this IAsyncEnumerable<SessionEvent> events)
    {
        var (name, text) = ("", new StringBuilder());
        await using var source = new PendingEvents(events);
        while (true)
        {
            var next = source.MoveNextAsync();
            if (!next.IsCompleted && text.Length > 0)
                yield return Take(name, text);
            if (!await next)
                break;
            var piece = source.Current as StreamEvent;
            if (text.Length > 0 && (piece?.Name != name || text.Length > Most))
                yield return Take(name, text);
            if (piece is null)
                yield return source.Current;
            else
                (name, _) = (piece.Name, text.Append(piece.Text));
        }
        if (text.Length > 0)
            yield return Take(name, text);
    }

    private static StreamEvent Take(string name, StringBuilder text)
    {
        var merged = new StreamEvent(name, text.ToString());
        text.Clear();
        return merged;
    }
}
