using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Workbook.Jupyter.Messages;
using Workbook.Jupyter.Sockets;

namespace Workbook.Jupyter;

/// <summary>A kernel's sockets, all used by one thread, which only moves frames and so always answers the heartbeat.</summary>
internal sealed class KernelConnection : IKernelConnection
{
    private const long LargestFrame = 256 << 20;
    private const int Linger = 1000;
    private const string Wake = "inproc://wake";

    private static readonly KernelChannel[] Heard =
        [KernelChannel.Shell, KernelChannel.Control, KernelChannel.Stdin, KernelChannel.Heartbeat];

    private readonly MessageCodec _codec;
    private readonly ZmqContext _context = new();
    private readonly Dictionary<KernelChannel, ZmqSocket> _sockets = [];
    private readonly Dictionary<KernelChannel, Channel<Request>> _requests = Heard.ToDictionary(
        channel => channel, _ => Channel.CreateUnbounded<Request>(new() { SingleReader = true }));
    private readonly ConcurrentQueue<(KernelChannel Channel, List<byte[]> Frames)> _outgoing = [];
    private readonly ZmqSocket _wakes;
    private readonly ZmqSocket _woken;
    private readonly Lock _waking = new();
    private readonly Thread _thread;
    private volatile bool _ended;
    private bool _closed;

    /// <exception cref="KernelException">Something else listens there already.</exception>
    public KernelConnection(ConnectionFile file)
    {
        _codec = new MessageCodec(file.Key);
        _woken = Open(SocketKind.Pair);
        _wakes = Open(SocketKind.Pair);
        try
        {
            _woken.Bind(Wake);
            _wakes.Connect(Wake);
            foreach (var channel in Enum.GetValues<KernelChannel>())
            {
                var socket = _sockets[channel] = Open(channel == KernelChannel.IOPub ? SocketKind.Publish : SocketKind.Router);
                if (channel != KernelChannel.IOPub)
                    socket.Set(SocketOption.RouterHandover, 1);
                socket.Bind(file.Endpoint(channel));
            }
        }
        catch (ZmqException error)
        {
            Close();
            throw new KernelException(error.Message);
        }
        _thread = new Thread(Move) { IsBackground = true, Name = "sockets" };
        _thread.Start();
    }

    public ChannelReader<Request> Requests(KernelChannel channel) => _requests[channel].Reader;

    public void Send(KernelChannel channel, string type, JsonObject content, Request to) =>
        Post(channel, _codec.Write(to.Identities, type, content, to.Header));

    public void Publish(string type, JsonObject content, Request? parent) =>
        Post(KernelChannel.IOPub, _codec.Write([Encoding.UTF8.GetBytes(type)], type, content, parent?.Header));

    /// <summary>Sends what was posted and closes the sockets.</summary>
    public void Dispose()
    {
        _ended = true;
        Rouse();
        _thread.Join();
        Close();
    }

    private ZmqSocket Open(SocketKind kind)
    {
        var socket = _context.Open(kind);
        socket.Set(SocketOption.Linger, Linger);
        socket.Set(SocketOption.LargestFrame, LargestFrame);
        // Outputs wait for a slow client; ZeroMQ's default would drop them silently.
        socket.Set(SocketOption.SendQueue, 0);
        socket.Set(SocketOption.ReceiveQueue, 0);
        return socket;
    }

    private void Post(KernelChannel channel, List<byte[]> frames)
    {
        _outgoing.Enqueue((channel, frames));
        Rouse();
    }

    private void Rouse()
    {
        lock (_waking)
            if (!_closed) // A cell that the end of its session broke off may still have something to say.
                _wakes.Send([[]]);
    }

    private void Move()
    {
        var sources = Heard.Select(channel => _sockets[channel]).Append(_woken).ToList();
        var poll = new SocketPoll(sources);
        while (!_ended || !_outgoing.IsEmpty)
        {
            poll.Wait();
            while (_woken.Receive() is not null)
            {
                // One wake-up for all that has been posted.
            }
            while (_outgoing.TryDequeue(out var message))
                _sockets[message.Channel].Send(message.Frames);
            for (var index = 0; index < Heard.Length; index++)
                if (poll.IsReadable(index))
                    Take(Heard[index]);
        }
        foreach (var requests in _requests.Values)
            requests.Writer.TryComplete();
    }

    private void Take(KernelChannel channel)
    {
        while (_sockets[channel].Receive() is { } frames)
            if (channel == KernelChannel.Heartbeat)
                _sockets[channel].Send(frames);
            else if (_codec.Read(frames) is { } request)
                _requests[channel].Writer.TryWrite(request);
    }

    private void Close()
    {
        foreach (var socket in _sockets.Values)
            socket.Dispose();
        lock (_waking)
        {
            _closed = true;
            _wakes.Dispose();
        }
        _woken.Dispose();
        _context.Dispose();
    }
}
