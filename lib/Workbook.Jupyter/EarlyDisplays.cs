using System.Diagnostics;
using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Jupyter;

/// <summary>Holds back what a cell displays in its first moment, until its client is ready to have it replaced later.</summary>
/// <remarks>
/// VS Code empties a cell that runs again, and hears of that itself a little after the kernel has begun: what was displayed under
/// an id by then stays on the page, but its id is forgotten, and every later version of it is lost.
/// </remarks>
internal static class EarlyDisplays
{
    /// <summary>How long after its start a cell's displays may be forgotten, with room for a busy machine.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    /// <summary>The same events in the same order; from the first that others may replace on, none before the moment has passed.</summary>
    /// <param name="events">The events of a cell that starts now.</param>
    /// <param name="moment">Its length.</param>
    /// <param name="outlast">
    /// Whether a cell that is done sooner waits too, for the sake of a later cell that replaces what it shows; else it ends at once.
    /// </param>
    public static async IAsyncEnumerable<SessionEvent> HoldEarlyDisplays(
        this IAsyncEnumerable<SessionEvent> events, TimeSpan moment, bool outlast)
    {
        var start = Stopwatch.GetTimestamp();
        // In whole milliseconds, which timers count in: a part of one would be cut off.
        TimeSpan Left() => TimeSpan.FromMilliseconds(Math.Ceiling((moment - Stopwatch.GetElapsedTime(start)).TotalMilliseconds));
        var held = new List<SessionEvent>();
        await using var source = new PendingEvents(events);
        while (true)
        {
            var next = source.MoveNextAsync();
            if (held.Count > 0 && !await source.ComesWithinAsync(Left()))
            {
                foreach (var early in held)
                    yield return early;
                held.Clear();
            }
            if (!await next)
                break;
            var happened = source.Current;
            if (held.Count == 0 && (happened is not DisplayEvent { DisplayId: not null } || Left() <= TimeSpan.Zero))
                yield return happened;
            else if (happened is InputEvent or DoneEvent)
            {
                // A reader who is asked must see what the question is about.
                if (outlast && happened is DoneEvent && Left() is var left && left > TimeSpan.Zero)
                    await Task.Delay(left);
                foreach (var early in held)
                    yield return early;
                held.Clear();
                yield return happened;
            }
            else if (happened is UpdateEvent update && IndexOf(update.DisplayId) is var index and >= 0)
                held[index] = new DisplayEvent(update.Data, update.DisplayId);
            else
                held.Add(happened);
        }
        foreach (var early in held)
            yield return early;

        // What was cleared away since is not there to be changed.
        int IndexOf(string id) => held.FindIndex(
            held.FindLastIndex(early => early is ClearEvent) + 1, early => early is DisplayEvent display && display.DisplayId == id);
    }
}
