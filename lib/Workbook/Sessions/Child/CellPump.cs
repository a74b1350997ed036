using System.Collections.Concurrent;

namespace Workbook.Sessions.Child;

/// <summary>Keeps a cell's awaits on the cell's thread, so that what follows one can be interrupted like the rest.</summary>
internal sealed class CellPump : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];
    private readonly Lock _gate = new();
    private bool _finished;
    private bool _abandoned;

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
                var (callback, state) = pump._queue.Take(cancellation);
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
                _queue.Add((d, state));
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
        if (abandoned)
            return;
        while (_queue.TryTake(out var item))
            ThreadPool.QueueUserWorkItem(_ => item.Callback(item.State));
    }
}
