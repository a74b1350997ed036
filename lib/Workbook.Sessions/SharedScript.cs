using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions;

/// <summary>Keeps one copy of the chart script among the outputs of a session's cells, whichever of them run again.</summary>
/// <remarks>
/// A session's process sends the script with its first figure. It is shown as an output of its own, since a figure that is
/// replaced would take it along; and again as soon as the outputs that hold it are gone while figures are left.
/// </remarks>
internal sealed class SharedScript
{
    private readonly Lock _gate = new();
    private readonly List<ExecuteRequest> _shown = [];
    private string? _element;
    private ExecuteRequest? _carrier;
    private ExecuteRequest _current = new("", "");
    private bool _cleared;

    /// <summary>A cell starts: what it showed when it ran before is gone.</summary>
    public void Begin(ExecuteRequest request)
    {
        lock (_gate)
        {
            (_current, _cleared) = (request, false);
            Forget(shown => IsSame(shown, request) || (shown.Cell is { } cell && request.DeletedCells.Contains(cell)));
        }
    }

    /// <summary>The same events, with the script taken out of figures, and in an output of its own where the notebook lacks it.</summary>
    public async IAsyncEnumerable<SessionEvent> ShareAsync(IAsyncEnumerable<SessionEvent> events)
    {
        await foreach (var happened in events)
            foreach (var shared in Take(happened))
                yield return shared;
    }

    /// <summary>The same for events that come one by one.</summary>
    public Action<SessionEvent> Before(Action<SessionEvent> listener) => happened =>
    {
        foreach (var shared in Take(happened))
            listener(shared);
    };

    internal IEnumerable<SessionEvent> Take(SessionEvent happened)
    {
        lock (_gate)
            return happened switch
            {
                RichEvent rich => Take(rich),
                ClearEvent => Clear(happened),
                DoneEvent when _shown.Count > 0 => [.. Carry(), happened],
                _ => [happened],
            };
    }

    private IEnumerable<SessionEvent> Take(RichEvent shown)
    {
        if (ChartScript.Find(shown.Data) is { } element)
        {
            _element = element;
            shown = shown with { Data = ChartScript.Without(shown.Data) };
        }
        if (!ChartScript.IsFigure(shown.Data) || _current.IsUnseen)
            return [shown];
        if (!_shown.Contains(_current))
            _shown.Add(_current);
        // A page whose cell clears its figure to show the next has the script by now; once, at the end, is enough for the file.
        return _cleared ? [shown] : [.. Carry(), shown];
    }

    private SessionEvent[] Clear(SessionEvent happened)
    {
        if (Forget(shown => shown == _current))
            _cleared = true;
        return [happened];
    }

    private SessionEvent[] Carry()
    {
        if (_carrier is not null || _element is null || _current.IsUnseen)
            return [];
        _carrier = _current;
        return [new DisplayEvent(ChartScript.Alone(_element), null)];
    }

    // Whether the script went with them.
    private bool Forget(Predicate<ExecuteRequest> gone)
    {
        _shown.RemoveAll(gone);
        if (_carrier is null || !gone(_carrier))
            return false;
        _carrier = null;
        return true;
    }

    private static bool IsSame(ExecuteRequest shown, ExecuteRequest request) =>
        shown.Cell == request.Cell && (request.Cell is not null || IsLike(shown.Code, request.Code));

    // Where the client does not say which cell it is: most of the text is the same, but for a change in one place.
    private static bool IsLike(string before, string now)
    {
        var start = before.AsSpan().CommonPrefixLength(now);
        var end = 0;
        while (end < Math.Min(before.Length, now.Length) - start && before[^(end + 1)] == now[^(end + 1)])
            end++;
        return 3 * (start + end) >= 2 * Math.Max(before.Length, now.Length);
    }
}
