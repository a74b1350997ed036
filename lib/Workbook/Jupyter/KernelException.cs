namespace Workbook.Jupyter;

/// <summary>A kernel cannot be started; the message says why and what to do.</summary>
internal sealed class KernelException(string message) : Exception(message);
