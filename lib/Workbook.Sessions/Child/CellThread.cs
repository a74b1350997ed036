using System.Collections.Concurrent;
using System.Runtime;
using Workbook.Sessions.Cells;

namespace Workbook.Sessions.Child;

/// <summary>The one thread on which cells run, and the ways to stop what runs there.</summary>
/// <remarks>
/// One thread for the session's life, since libraries keep state by thread (a tensor library its gradient mode). An
/// interrupt cancels the token (the compiler and the pump listen), stops the cell's loops, which ask for it, and interrupts
/// a blocked wait. What still runs after a second, a loop in a library, is aborted by the runtime at its next safe point.
/// Only native code that never returns withstands all of this.
/// </remarks>
internal sealed class CellThread
{
    private const int StackSize = 64 << 20;

    private static readonly TimeSpan AbortDelay = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<Action> _work = [];
    private readonly Lock _gate = new();
    private readonly Thread _thread;
    private CancellationTokenSource? _cell;
    private bool _started;

    public CellThread()
    {
        _thread = new Thread(Loop, StackSize) { IsBackground = true, Name = "cells" };
        _thread.Start();
    }

    /// <summary>Queues work of the host's own, which nothing interrupts.</summary>
    public void Post(Action work) => _work.Add(work);

    /// <summary>Queues a cell, of which there is one at a time; from now on it is what an interrupt stops.</summary>
    public void PostCell(Action cell)
    {
        lock (_gate)
            (_cell, _started) = (new CancellationTokenSource(), false);
        _work.Add(cell);
    }

    /// <summary>Runs what an interrupt may stop: once in every cell.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public T Interruptible<T>(Func<CancellationToken, T> work)
    {
        CancellationTokenSource source;
        lock (_gate)
            (source, _started) = (_cell!, true);
        try
        {
            source.Token.ThrowIfCancellationRequested();
            return work(source.Token);
        }
        catch (Exception error) when (source.IsCancellationRequested && IsInterruption(error))
        {
            throw new OperationCanceledException("The cell was interrupted.", error, source.Token);
        }
        finally
        {
            Settle();
        }
    }

    /// <summary>Runs a cell's code and whatever it awaits, on this thread.</summary>
    /// <param name="code">The code.</param>
    /// <param name="awaits">
    /// Whether it awaits something. Where it does not, nothing needs to come back to this thread, and code that blocks on
    /// a task, as <c>F().Result</c>, is not waited for by what it waits for.
    /// </param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static object? Run(Func<Task<object>> code, bool awaits, CancellationToken cancellation)
    {
        object? value = null;
        using var abort = new CancellationTokenSource();
        using var later = cancellation.Register(() => abort.CancelAfter(AbortDelay));
        ControlledExecution.Run(() => value = awaits ? CellPump.Run(code, cancellation) : code().GetAwaiter().GetResult(), abort.Token);
        return value;
    }

    public void Interrupt()
    {
        lock (_gate)
        {
            if (_cell is not { IsCancellationRequested: false } source)
                return;
            if (!_started)
            {
                source.Cancel();
                return;
            }
            CellInterrupt.Requested = true;
            source.Cancel();
            _thread.Interrupt();
        }
    }

    private static bool IsInterruption(Exception error) => error switch
    {
        OperationCanceledException or ThreadInterruptedException => true,
        AggregateException { InnerExceptions: [var inner] } => IsInterruption(inner),
        _ => error.InnerException is { } inner && IsInterruption(inner),
    };

    // An interrupt that came too late must not strike the next cell.
    private void Settle()
    {
        while (true)
        {
            try
            {
                lock (_gate)
                    _cell = null;
                CellInterrupt.Requested = false;
                Thread.Sleep(1); // Takes an interrupt that is still pending.
                return;
            }
            catch (ThreadInterruptedException)
            {
            }
        }
    }

    private void Loop()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
    }
}
