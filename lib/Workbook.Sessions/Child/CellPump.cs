using System.Collections.Concurrent;

namespace Workbook.Sessions.Child;

/// <summary>Keeps a cell's awaits on the cell's thread, so that what follows one can be interrupted like the rest.</summary>
/// <remarks>
/// Functions that a cell calls are kept there too, as libraries keep state by thread. Where the cell blocks on such a
/// function instead of awaiting it, each would wait for the other for ever; then the thread pool goes on, for as long as
/// the cell's thread is blocked. A cell that is blocked by something else loses its thread for that time, too.
/// </remarks>
internal sealed class CellPump : SynchronizationContext
{
    private const int BlockedLooks = 4;

    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(20);

    private readonly Thread _thread = Thread.CurrentThread;
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];
    private readonly Lock _gate = new();
    private bool _finished;
    private bool _abandoned;
    private bool _watched;
    private bool _handsOver;
    private volatile bool _idle;

    private bool IsBlocked => !_idle && _thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin);

    /// <summary>Runs the code until its task is complete.</summary>
    public static object? Run(Func<Task<object>> code, CancellationToken cancellation)
    {
        var pump = new CellPump();
        var before = Current;
        SetSynchronizationContext(pump);
        try
        {
            var task = code();
            task.ContinueWith(_ => pump.Post(_ => { }, null), CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted)
            {
                pump._idle = true;
                var (callback, state) = pump._queue.Take(cancellation);
                pump._idle = false;
                callback(state);
            }
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
            pump.Finish(cancellation.IsCancellationRequested);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            if (!_finished)
            {
                _queue.Add((d, state));
                _handsOver &= IsBlocked;
                if (_handsOver)
                    HandOver();
                else if (!_watched)
                    _ = WatchAsync();
            }
            else if (!_abandoned)
                ThreadPool.QueueUserWorkItem(_ => d(state)); // What a cell left running goes on without it.
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    // What an interrupted cell was waiting for must not wake it again.
    private void Finish(bool abandoned)
    {
        lock (_gate)
        {
            _finished = true;
            _abandoned = abandoned;
        }
        if (!abandoned)
            HandOver();
    }

    private void HandOver()
    {
        while (_queue.TryTake(out var item))
            ThreadPool.QueueUserWorkItem(_ => Elsewhere(item.Callback, item.State));
    }

    // What comes after its next await is for the cell's thread again, once that is free.
    private void Elsewhere(SendOrPostCallback callback, object? state)
    {
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    }

    // A short wait, as for a lock or for output to go, is not yet a block.
    private async Task WatchAsync()
    {
        _watched = true;
        for (var looks = 0; ;)
        {
            await Task.Delay(LookPause).ConfigureAwait(false);
            lock (_gate)
            {
                looks = IsBlocked ? looks + 1 : 0;
                _watched = !_finished && _queue.Count > 0 && looks < BlockedLooks;
                _handsOver = !_finished && looks == BlockedLooks;
                if (_handsOver)
                    HandOver();
                if (!_watched)
                    return;
            }
        }
    }
}
