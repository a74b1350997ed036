using System.Diagnostics;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions;

/// <summary>Holds a cell's updates of its displays to a pace at which a page can draw them.</summary>
internal static class UpdatePace
{
    /// <summary>Between two updates of one display: a chart that is replaced sooner may never be seen.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>The same events, but of the updates that come too soon after another only the last, and that in time.</summary>
    public static async IAsyncEnumerable<SessionEvent> PaceUpdates(this IAsyncEnumerable<SessionEvent> events, TimeSpan pause)
    {
        var shown = new Dictionary<string, long>();
        var held = new OrderedDictionary<string, UpdateEvent>();
        await using var source = new PendingEvents(events);
        for (var next = source.MoveNextAsync(); ; next = source.MoveNextAsync())
        {
            while (held.Count > 0 && !await source.ComesWithinAsync(pause - Stopwatch.GetElapsedTime(shown[held.GetAt(0).Key])))
                yield return Release();
            if (!await next)
                break;
            if (source.Current is DoneEvent)
                while (held.Count > 0)
                    yield return Release();
            if (source.Current is not UpdateEvent update)
                yield return source.Current;
            else if (shown.TryGetValue(update.DisplayId, out var last) && Stopwatch.GetElapsedTime(last) < pause)
                held[update.DisplayId] = update;
            else
            {
                held[update.DisplayId] = update;
                yield return Release(held.IndexOf(update.DisplayId));
            }
        }

        UpdateEvent Release(int index = 0)
        {
            var update = held.GetAt(index).Value;
            held.RemoveAt(index);
            shown[update.DisplayId] = Stopwatch.GetTimestamp();
            return update;
        }
    }
}
