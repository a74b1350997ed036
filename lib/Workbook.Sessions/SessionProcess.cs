using System.Diagnostics;
using System.IO.Pipes;
using System.Threading.Channels;
using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions;

/// <summary>A session's child process with its pipe: from its start to its end, whatever that is.</summary>
internal sealed class SessionProcess : IAsyncDisposable
{
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DeathTimeout = TimeSpan.FromSeconds(10); // A large process takes the system a while to clear away.
    private static readonly TimeSpan MarkTimeout = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly Action<SessionEvent> _betweenCells;
    private readonly NativeOutput _out;
    private readonly NativeOutput _error;
    private readonly Lock _gate = new();
    private readonly PendingQueries _queries = new();
    private MessageWriter<SessionRequest>? _requests;
    private Channel<SessionEvent>? _cell;
    private string? _ended;
    private bool _heard;
    private FallEvent? _fall;
    private bool _interrupted;
    private Task _reading = Task.CompletedTask;
    private string? _killedBecause;

    private SessionProcess(Process process, NamedPipeServerStream pipe, Action<SessionEvent> betweenCells)
    {
        (_process, _pipe, _betweenCells) = (process, pipe, betweenCells);
        _out = new NativeOutput(process.StandardOutput, text => Publish(new StreamEvent(StreamOutput.Out, text)));
        _error = new NativeOutput(process.StandardError, text => Publish(new StreamEvent(StreamOutput.Error, text)));
    }

    public int Id => _process.Id;

    public bool IsAlive => _ended is null && !_process.HasExited;

    public static async Task<SessionProcess> StartAsync(SessionOptions options, CancellationToken cancellation)
    {
        var name = $"workbook-{Guid.NewGuid():n}";
        var pipe = new NamedPipeServerStream(
            name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        SessionProcess? session = null;
        try
        {
            session = new SessionProcess(ChildProcess.Start(options, name), pipe, options.BetweenCells);
            await session.ConnectAsync(options.StartTimeout, cancellation);
            return session;
        }
        catch
        {
            if (session is null)
                await pipe.DisposeAsync();
            else
                await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends the cell off; the channel closes after its <see cref="DoneEvent"/>.</summary>
    public ChannelReader<SessionEvent> Execute(ExecuteRequest request)
    {
        var cell = Channel.CreateUnbounded<SessionEvent>();
        lock (_gate)
        {
            _cell = cell;
            _interrupted = false;
            if (_ended is not null)
                Finish(_ended);
        }
        _requests!.Post(request);
        return cell.Reader;
    }

    /// <summary>Sends what is not answered by events of its own.</summary>
    public void Post(SessionRequest request) => _requests!.Post(request);

    /// <summary>Asks something that needs no cell to run; the answer is an empty one if none comes in time or the process is gone.</summary>
    public Task<QueryReply> QueryAsync(QueryRequest request, TimeSpan timeout, CancellationToken cancellation) =>
        _queries.AskAsync(request, Post, timeout, cancellation);

    public async Task InterruptAsync(TimeSpan timeout)
    {
        Channel<SessionEvent>? cell;
        lock (_gate)
            cell = _cell;
        if (cell is null)
            return;
        _interrupted = true;
        _requests!.Post(new InterruptRequest());
        await Task.WhenAny(cell.Reader.Completion, Task.Delay(timeout));
        lock (_gate)
            if (_cell != cell)
                return;
        Kill($"It did not stop within {timeout.TotalSeconds:0.#} s of being interrupted, so the session was ended");
    }

    public async ValueTask DisposeAsync()
    {
        _requests?.Post(new ShutdownRequest());
        if (_requests is null || !await ExitsAsync(ExitTimeout))
            Kill("The session was closed");
        await ExitsAsync(ExitTimeout);
        _requests?.Dispose();
        await _pipe.DisposeAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task ConnectAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            var connected = _pipe.WaitForConnectionAsync(limit.Token);
            var exited = _process.WaitForExitAsync(limit.Token);
            if (await Task.WhenAny(connected, exited) == exited && !exited.IsCanceled)
                throw new SessionException(
                    $"The session's process ended before it began (exit code {_process.ExitCode}). {_error.Tail}".TrimEnd());
            await connected;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SessionException(
                $"The session did not start within {timeout.TotalSeconds:0.#} s. Is the machine overloaded? {_error.Tail}".TrimEnd());
        }
        _requests = new MessageWriter<SessionRequest>(_pipe, ProtocolJson.Lines.SessionRequest);
        _reading = ReadAsync();
    }

    private async Task ReadAsync()
    {
        using var reader = new MessageReader<SessionEvent>(_pipe, ProtocolJson.Lines.SessionEvent);
        while (await reader.ReadAsync() is { } message)
            if (message is DoneEvent done)
            {
                await Task.WhenAny(
                    Task.WhenAll(_out.ReachedAsync(done.Sync), _error.ReachedAsync(done.Sync)), Task.Delay(MarkTimeout));
                lock (_gate)
                    Complete(done with { Sync = null });
            }
            else if (message is QueryReply reply)
                _queries.Answer(reply);
            else if (message is FallEvent fall)
                _fall = fall;
            else if (message is not ReadyEvent)
                Publish(message);
        _queries.End();

        if (!await ExitsAsync(DeathTimeout))
            Kill("It closed its connection to the workbook");
        await ExitsAsync(ExitTimeout);
        await Task.WhenAny(Task.WhenAll(_out.Closed, _error.Closed), Task.Delay(MarkTimeout));
        lock (_gate)
        {
            _heard = _cell is not null; // Then that cell's stderr has told the rest.
            Finish(_ended = Death.Describe(_process, _killedBecause, _interrupted, _error.Tail));
        }
    }

    private void Publish(SessionEvent message)
    {
        lock (_gate)
            if (_cell is not null)
                _cell.Writer.TryWrite(message);
            else
                _betweenCells(message);
    }

    private void Finish(string reason)
    {
        string[] traceback = _heard ? [reason, .. _fall?.Traceback ?? []] : [reason, .. _error.Tail.Split('\n')];
        _cell?.Writer.TryWrite(new ErrorEvent(Death.Name, reason, traceback, _heard ? _fall?.Line : null));
        _fall = null; // It is that cell's, and no later one's.
        Complete(new DoneEvent(CellStatus.Died));
    }

    private void Complete(DoneEvent done)
    {
        _cell?.Writer.TryWrite(done);
        _cell?.Writer.Complete();
        _cell = null;
    }

    private void Kill(string reason)
    {
        _killedBecause ??= reason;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    private async Task<bool> ExitsAsync(TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        try
        {
            // WaitForExitAsync would wait for grandchildren that hold the streams, too.
            while (!_process.HasExited)
                await Task.Delay(10, limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
