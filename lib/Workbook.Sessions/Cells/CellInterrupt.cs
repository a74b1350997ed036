using System.ComponentModel;

namespace Workbook.Sessions.Cells;

/// <summary>Where a cell's loops ask whether to go on; the compiler puts a call into each of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellInterrupt
{
    private static volatile bool _requested;
    private static volatile Action? _errand;

    [ThreadStatic]
    private static bool _isCells;

    /// <summary>Whether the running cell is to stop.</summary>
    internal static bool Requested
    {
        get => _requested;
        set => _requested = value;
    }

    /// <summary>What the cell is to do once for the host before a loop of it goes round again; null for nothing.</summary>
    internal static Action? Errand
    {
        set => _errand = value;
    }

    /// <summary>Whether this thread is the one that cells run on; others that go round in a loop of theirs run no errands.</summary>
    internal static bool IsCells
    {
        set => _isCells = value;
    }

    /// <summary>Returns at once, unless the cell has been interrupted or the host wants something done between two steps.</summary>
    /// <exception cref="OperationCanceledException">It has been interrupted.</exception>
    public static void Check()
    {
        if (_requested)
            Stop();
        if (_errand is not null && _isCells)
            Interlocked.Exchange(ref _errand, null)?.Invoke();
    }

    private static void Stop() => throw new OperationCanceledException("The cell was interrupted.");
}
