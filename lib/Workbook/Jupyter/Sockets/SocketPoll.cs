using System.Runtime.InteropServices;

namespace Workbook.Jupyter.Sockets;

/// <summary>Waits until one of several sockets has a message.</summary>
internal sealed unsafe class SocketPoll
{
    private const short Readable = 1;

    // zmq_pollitem_t: the socket, a file descriptor (as wide as a pointer on Windows), events asked for, events seen.
    private static readonly int EventsAt = OperatingSystem.IsWindows() ? 2 * sizeof(nint) : sizeof(nint) + sizeof(int);
    private static readonly int ItemSize = OperatingSystem.IsWindows() ? 3 * sizeof(nint) : EventsAt + (2 * sizeof(short));

    private readonly byte[] _items;
    private readonly int _count;

    public SocketPoll(IReadOnlyList<ZmqSocket> sockets)
    {
        _count = sockets.Count;
        _items = new byte[ItemSize * _count];
        for (var index = 0; index < _count; index++)
        {
            MemoryMarshal.Write(_items.AsSpan(ItemSize * index), sockets[index].Handle);
            MemoryMarshal.Write(_items.AsSpan((ItemSize * index) + EventsAt), Readable);
        }
    }

    /// <summary>Returns when there is something to receive, or a signal has broken off the wait.</summary>
    public void Wait()
    {
        fixed (byte* items = _items)
            if (LibZmq.Poll(items, _count, -1) < 0 && Marshal.GetLastPInvokeError() != LibZmq.Interrupted)
                throw new ZmqException($"Waiting for messages failed: {LibZmq.LastError()}.");
    }

    /// <summary>Whether the last wait found a message at the socket of that place.</summary>
    public bool IsReadable(int index) =>
        MemoryMarshal.Read<short>(_items.AsSpan((ItemSize * index) + EventsAt + sizeof(short))) != 0;
}
