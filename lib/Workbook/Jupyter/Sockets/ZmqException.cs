namespace Workbook.Jupyter.Sockets;

/// <summary>ZeroMQ refused what was asked of it.</summary>
internal sealed class ZmqException(string message) : Exception(message);
