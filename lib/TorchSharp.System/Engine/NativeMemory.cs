using System.Runtime.CompilerServices;

namespace TorchSharp.Engine;

/// <summary>
/// Keeps abandoned tensors from piling up. The collector sees a few dozen bytes a tensor and would let gigabytes of
/// libtorch's memory gather behind them; so what tensors hold is counted here, and growth beyond a limit collects.
/// </summary>
internal static class NativeMemory
{
    private const long SmallestLimit = 256L << 20;
    private const long LargestLimit = 16L << 30;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);
    private static readonly ManualResetEventSlim AfterFinalisers = new();
    private static readonly Lock Gate = new();
    private static long held;
    private static long lowest;
    private static long limit = SmallestLimit;
    private static long reclaimed;
    private static int generation = 1;

    /// <summary>The bytes that tensors hold, views not counted.</summary>
    internal static long Held => Interlocked.Read(ref held);

    internal static void Add(long bytes)
    {
        if (Interlocked.Add(ref held, bytes) - Volatile.Read(ref lowest) > Volatile.Read(ref limit))
        {
            Collect();
        }
    }

    internal static void Remove(long bytes, bool byFinaliser)
    {
        var left = Interlocked.Add(ref held, -bytes);
        if (left < Volatile.Read(ref lowest))
        {
            Volatile.Write(ref lowest, left);
        }
        if (byFinaliser)
        {
            Interlocked.Add(ref reclaimed, bytes);
        }
    }

    private static void Collect()
    {
        int depth;
        lock (Gate)
        {
            if (Held - lowest <= limit)
            {
                return;
            }
            // Where the collection before brought little, the tensors are either old, which a deeper one finds, or in
            // use, and then a larger limit is right: a step that holds a gigabyte must not collect each time.
            if (Interlocked.Exchange(ref reclaimed, 0) >= limit / 4)
            {
                (generation, limit) = (1, SmallestLimit);
            }
            else if (generation == GC.MaxGeneration)
            {
                limit = Math.Min(2 * limit, LargestLimit);
            }
            else
            {
                generation = GC.MaxGeneration;
            }
            lowest = Held;
            depth = generation;
        }
        AfterFinalisers.Reset();
        LeaveSentinel();
        GC.Collect(depth, GCCollectionMode.Forced, blocking: true);
        // Memory comes back only when the finalisers have run. A finaliser may wait for a lock that this thread holds,
        // so the wait has an end.
        AfterFinalisers.Wait(LongestWait);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LeaveSentinel() => GC.KeepAlive(new Sentinel());

    /// <summary>Finalised along with the tensors abandoned before it, and tells so.</summary>
    private sealed class Sentinel
    {
        ~Sentinel() => AfterFinalisers.Set();
    }
}
