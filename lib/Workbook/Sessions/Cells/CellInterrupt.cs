using System.ComponentModel;

namespace Workbook.Sessions.Cells;

/// <summary>Where a cell's loops ask whether to go on; the compiler puts a call into each of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellInterrupt
{
    private static volatile bool _requested;

    /// <summary>Whether the running cell is to stop.</summary>
    internal static bool Requested
    {
        get => _requested;
        set => _requested = value;
    }

    /// <summary>Returns at once, unless the cell has been interrupted.</summary>
    /// <exception cref="OperationCanceledException">It has.</exception>
    public static void Check()
    {
        if (_requested)
            Stop();
    }

    private static void Stop() => throw new OperationCanceledException("The cell was interrupted.");
}
