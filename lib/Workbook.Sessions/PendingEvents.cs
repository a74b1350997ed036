using Workbook.Sessions.Protocol;

namespace Workbook.Sessions;

/// <summary>Events of which the next is waited for while earlier ones are passed on; they may be given up meanwhile.</summary>
/// <remarks>An iterator that is waiting cannot be disposed of: it is as soon as what it waits for has come.</remarks>
internal sealed class PendingEvents(IAsyncEnumerable<SessionEvent> events) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<SessionEvent> _source = events.GetAsyncEnumerator();
    private Task<bool> _next = Task.FromResult(false);

    public SessionEvent Current => _source.Current;

    public Task<bool> MoveNextAsync() => _next = _source.MoveNextAsync().AsTask();

    /// <summary>Whether the next event, or the end, comes within a time; afterwards it is still to come.</summary>
    public async Task<bool> ComesWithinAsync(TimeSpan time)
    {
        if (time <= TimeSpan.Zero)
            return false;
        try
        {
            await _next.WaitAsync(time);
        }
        catch (TimeoutException) when (!_next.IsCompleted)
        {
            return false;
        }
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_next.IsCompleted)
            await _source.DisposeAsync();
        else
            _ = _next.ContinueWith(_ => _source.DisposeAsync().AsTask(), TaskScheduler.Default);
    }
}
