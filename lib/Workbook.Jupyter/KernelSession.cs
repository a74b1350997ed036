using Workbook.Sessions;

namespace Workbook.Jupyter;

/// <summary>The session behind a kernel: there from the start, and there again after a cell has taken it down.</summary>
internal sealed class KernelSession(SessionOptions options) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task<Session> _session = Session.StartAsync(options);
    private bool _ended;

    /// <summary>The session, once it has started; one that did not start is tried again.</summary>
    /// <exception cref="SessionException">It does not start.</exception>
    public Task<Session> GetAsync()
    {
        lock (_gate)
        {
            if (_session.IsFaulted && !_ended)
                _session = Session.StartAsync(options);
            return _session;
        }
    }

    /// <summary>Puts a fresh session in the place of one that died.</summary>
    /// <returns>What to tell the reader of it.</returns>
    public async Task<string> RenewAsync()
    {
        if (_ended)
            return "The kernel is being shut down.";
        try
        {
            await (await _session).RestartAsync();
            return "A fresh session has taken its place.";
        }
        catch (SessionException failure)
        {
            lock (_gate)
                _session = Task.FromException<Session>(failure);
            return $"A fresh session could not be started: {failure.Message}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ended)
            return;
        _ended = true;
        try
        {
            await (await _session).DisposeAsync();
        }
        catch (SessionException)
        {
            // It never was there.
        }
    }
}
