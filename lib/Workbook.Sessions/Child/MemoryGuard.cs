using System.Diagnostics;
using Workbook.Sessions.Cells;

namespace Workbook.Sessions.Child;

/// <summary>Has the runtime collect while a cell fills memory that the runtime does not feel, as that of tensors left undisposed.</summary>
/// <remarks>
/// <para>
/// A tensor is some hundred bytes to the collector, however many megabytes of native memory hang on it, so that a training
/// loop without dispose scopes would fill the machine. Even small ones do: they keep the room between large blocks that are
/// freed from being joined, so that no next large block fits there. While a cell runs, a thread of the guard's own looks at
/// what native code has, and asks for a collection where that has grown since the last one.
/// </para>
/// <para>
/// The cell collects by itself, where its loop goes round. A collection at any other time may strike in the middle of a
/// native call, when the runtime holds the call's own operands for dead, and their finalizers would free what the call still
/// reads: seen in 175 of 195 collections from another thread. The finalizers run beside the cell, on their own thread.
/// A loop that is not in a cell, as that of a query or in a library, is looked after when the next cell starts.
/// </para>
/// </remarks>
internal static class MemoryGuard
{
    // Growth, in bytes, that is left alone: of what is in use, and of what is taken from the system.
    private const long MostInUse = 16L << 20;
    private const long MostTaken = 256L << 20;

    // What the allocator may keep for later; more of it is in pieces for which it finds no use.
    private const long MostKept = 1L << 30;

    // Memory that a cell takes and gives back by itself may pass the bounds again and again: a tenth of the time at most.
    private const int RestPerCost = 10;

    // The look itself is to be nothing: the allocator counts its free pieces, of which there may be many.
    private const int PausePerLook = 50;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    private static readonly ManualResetEvent Running = new(false);
    private static readonly AutoResetEvent Collected = new(false);
    private static readonly Lock Gate = new();
    private static Thread? _watch;
    private static NativeMemory _level;
    private static long _rest;
    private static volatile bool _collected;
    private static volatile int _generation = 1;

    // What there was after the last collection, or less where the cell gave back more by itself.
    private static NativeMemory Level
    {
        get
        {
            lock (Gate)
                return _level;
        }
        set
        {
            lock (Gate)
                _level = value;
        }
    }

    /// <summary>Runs a cell's code, on the cells' thread, and guards it meanwhile.</summary>
    public static T Guard<T>(Func<T> code)
    {
        if (_watch is null)
        {
            Level = NativeMemory.Now;
            _watch = new Thread(Watch) { IsBackground = true, Name = "memory guard" };
            _watch.Start();
        }
        else if (IsDue(NativeMemory.Now))
            Collect();
        CellInterrupt.IsCells = true;
        Running.Set();
        try
        {
            return code();
        }
        finally
        {
            Running.Reset();
            CellInterrupt.Errand = null;
            CellInterrupt.IsCells = false;
            Collected.Set();
        }
    }

    private static bool IsDue(NativeMemory now) =>
        (now.InUse - Level.InUse >= MostInUse || now.Held - Level.Held >= MostTaken)
        && Stopwatch.GetTimestamp() >= Volatile.Read(ref _rest);

    private static void Watch()
    {
        var pause = ShortestPause;
        while (true)
        {
            Running.WaitOne();
            Thread.Sleep(pause);
            var start = Stopwatch.GetTimestamp();
            var now = NativeMemory.Now;
            pause = TimeSpan.FromTicks(Math.Clamp(
                PausePerLook * Stopwatch.GetElapsedTime(start).Ticks, ShortestPause.Ticks, LongestPause.Ticks));
            Level = NativeMemory.Min(Level, now);
            if (!IsDue(now))
                continue;
            _collected = false;
            Collected.Reset();
            CellInterrupt.Errand = Collect;
            if (Running.WaitOne(0))
                Collected.WaitOne();
            else
                CellInterrupt.Errand = null;
            if (_collected) // Else the growth stands, for the next cell to look at.
                Settle();
        }
    }

    // Young objects cost next to nothing to collect; where that changed little, older ones are looked at the next time.
    private static void Settle()
    {
        GC.WaitForPendingFinalizers();
        var now = NativeMemory.Now;
        var helped = now.InUse - Level.InUse < MostInUse / 2 && now.Held - Level.Held < MostTaken / 2;
        _generation = helped || _generation == GC.MaxGeneration ? 1 : GC.MaxGeneration;
        if (now.InUse > 0 && now.Held - now.InUse > MostKept)
        {
            NativeMemory.Trim();
            now = NativeMemory.Now;
        }
        Level = now;
    }

    private static void Collect()
    {
        var start = Stopwatch.GetTimestamp();
        GC.Collect(_generation);
        _collected = true;
        var end = Stopwatch.GetTimestamp();
        Volatile.Write(ref _rest, end + (RestPerCost * (end - start)));
        Collected.Set();
    }
}
