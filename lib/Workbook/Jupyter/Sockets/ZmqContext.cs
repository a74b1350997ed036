namespace Workbook.Jupyter.Sockets;

/// <summary>ZeroMQ's threads and queues, shared by a kernel's sockets.</summary>
internal sealed class ZmqContext : IDisposable
{
    private readonly nint _handle = LibZmq.CreateContext();

    public ZmqSocket Open(SocketKind kind)
    {
        var socket = LibZmq.CreateSocket(_handle, kind);
        return socket == 0
            ? throw new ZmqException($"A socket could not be opened: {LibZmq.LastError()}.")
            : new ZmqSocket(socket);
    }

    /// <summary>Ends it, once all its sockets are disposed.</summary>
    public void Dispose()
    {
        while (LibZmq.EndContext(_handle) != 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == LibZmq.Interrupted)
        {
            // A signal arrived while it waited; it goes on waiting.
        }
    }
}
