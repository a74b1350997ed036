namespace Workbook.Book.Pages;

/// <summary>How far a notebook got when it was last run here.</summary>
internal enum PageStatus
{
    /// <summary>It has not been run on this machine.</summary>
    NotRun,

    /// <summary>Every cell ran.</summary>
    Complete,

    /// <summary>It stopped before its last cell, without an error: interrupted, or still running.</summary>
    Incomplete,

    /// <summary>A cell failed.</summary>
    Failed,
}
