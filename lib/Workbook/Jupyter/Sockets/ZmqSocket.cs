using System.Runtime.InteropServices;
using System.Text;

namespace Workbook.Jupyter.Sockets;

/// <summary>A ZeroMQ socket for messages of several frames; one thread at a time may use it.</summary>
internal sealed unsafe class ZmqSocket(nint handle) : IDisposable
{
    private const int DontWait = 1;
    private const int MoreFollows = 2;

    public nint Handle => handle;

    /// <summary>Sets an option by ZeroMQ's number for it.</summary>
    public void Set(SocketOption option, int value) => Check(LibZmq.SetOption(handle, (int)option, &value, sizeof(int)), $"set {option}");

    /// <inheritdoc cref="Set(SocketOption, int)"/>
    public void Set(SocketOption option, long value) => Check(LibZmq.SetOption(handle, (int)option, &value, sizeof(long)), $"set {option}");

    /// <summary>The name under which a server knows this client; else it gives it one.</summary>
    public void SetIdentity(string name)
    {
        fixed (byte* bytes = Encoding.UTF8.GetBytes(name))
            Check(LibZmq.SetOption(handle, (int)SocketOption.Identity, bytes, (nuint)Encoding.UTF8.GetByteCount(name)), "name a socket");
    }

    /// <summary>Hears all that a publisher sends.</summary>
    public void SubscribeToAll() => Check(LibZmq.SetOption(handle, (int)SocketOption.Subscribe, null, 0), "subscribe");

    public void Bind(string address) => Check(LibZmq.Bind(handle, address), $"listen on {address}");

    public void Connect(string address) => Check(LibZmq.Connect(handle, address), $"connect to {address}");

    /// <summary>Hands a message over; where its receiver is gone, it is dropped.</summary>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        for (var index = 0; index < frames.Count; index++)
            Send(frames[index], index < frames.Count - 1 ? MoreFollows : 0);
    }

    /// <summary>The next message; null when there is none yet (<paramref name="wait"/> waits for one).</summary>
    public List<byte[]>? Receive(bool wait = false)
    {
        var frames = new List<byte[]>();
        LibZmq.Frame frame;
        bool more;
        do
        {
            _ = LibZmq.BeginMessage(&frame);
            if (!Receive(&frame, wait || frames.Count > 0 ? 0 : DontWait))
                return null;
            frames.Add(new ReadOnlySpan<byte>(LibZmq.Data(&frame), checked((int)LibZmq.Size(&frame))).ToArray());
            more = LibZmq.HasMore(&frame) != 0;
            _ = LibZmq.EndMessage(&frame);
        }
        while (more);
        return frames;
    }

    public void Dispose() => _ = LibZmq.Close(handle);

    private void Send(byte[] data, int flags)
    {
        fixed (byte* bytes = data)
            while (LibZmq.Send(handle, bytes, (nuint)data.Length, flags) < 0)
                if (Marshal.GetLastPInvokeError() != LibZmq.Interrupted)
                    throw new ZmqException($"A message could not be sent: {LibZmq.LastError()}.");
    }

    private bool Receive(LibZmq.Frame* frame, int flags)
    {
        while (LibZmq.Receive(frame, handle, flags) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == LibZmq.Again)
                return false;
            if (error != LibZmq.Interrupted)
                throw new ZmqException($"A message could not be received: {LibZmq.LastError()}.");
        }
        return true;
    }

    private static void Check(int result, string what)
    {
        if (result != 0)
            throw new ZmqException($"ZeroMQ could not {what}: {LibZmq.LastError()}.");
    }
}
