namespace Workbook.Jupyter.Past;

/// <summary>A cell that was executed.</summary>
/// <param name="Session">The number of the kernel's run.</param>
/// <param name="Line">The execution's number in it.</param>
/// <param name="Input">The cell's text.</param>
internal sealed record HistoryEntry(int Session, int Line, string Input);
