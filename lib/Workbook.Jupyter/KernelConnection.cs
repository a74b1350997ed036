using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using NetMQ;
using NetMQ.Sockets;
using Workbook.Jupyter.Messages;

namespace Workbook.Jupyter;

/// <summary>A kernel's sockets, all used by one thread, which only moves frames and so always answers the heartbeat.</summary>
internal sealed class KernelConnection : IKernelConnection
{
    private const long LargestFrame = 256 << 20;

    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);
    private static readonly KernelChannel[] Heard =
        [KernelChannel.Shell, KernelChannel.Control, KernelChannel.Stdin, KernelChannel.Heartbeat];

    private readonly MessageCodec _codec;
    private readonly Dictionary<KernelChannel, NetMQSocket> _sockets = [];
    private readonly Dictionary<KernelChannel, Channel<Request>> _requests = Heard.ToDictionary(
        channel => channel, _ => Channel.CreateUnbounded<Request>(new() { SingleReader = true }));
    private readonly NetMQQueue<(KernelChannel Channel, List<byte[]> Frames)> _outgoing = new();
    private readonly NetMQPoller _poller = new();
    private readonly Lock _posting = new();
    private bool _closed;

    /// <exception cref="KernelException">Something else listens there already, or the machine has no such address.</exception>
    public KernelConnection(ConnectionFile file)
    {
        _codec = new MessageCodec(file.Key);
        try
        {
            foreach (var channel in Enum.GetValues<KernelChannel>())
                Open(channel, file.Endpoint(channel));
        }
        catch
        {
            Dispose();
            throw;
        }
        foreach (var channel in Heard)
        {
            _sockets[channel].ReceiveReady += (_, _) => Take(channel);
            _poller.Add(_sockets[channel]);
        }
        _outgoing.ReceiveReady += (_, _) => SendPosted();
        _poller.Add(_outgoing);
        _poller.RunAsync("sockets", isBackgroundThread: true);
    }

    public ChannelReader<Request> Requests(KernelChannel channel) => _requests[channel].Reader;

    public void Send(KernelChannel channel, string type, JsonObject content, Request to) =>
        Post(channel, _codec.Write(to.Identities, type, content, to.Header));

    public void Publish(string type, JsonObject content, Request? parent) =>
        Post(KernelChannel.IOPub, _codec.Write([Encoding.UTF8.GetBytes(type)], type, content, parent?.Header));

    /// <summary>Sends what was posted and closes the sockets.</summary>
    public void Dispose()
    {
        _poller.Dispose(); // It waits for its thread, whose sockets are then this one's.
        lock (_posting)
        {
            SendPosted();
            _closed = true;
            _outgoing.Dispose();
        }
        foreach (var socket in _sockets.Values)
            socket.Dispose();
        foreach (var requests in _requests.Values)
            requests.Writer.TryComplete();
    }

    private void Open(KernelChannel channel, string endpoint)
    {
        var socket = _sockets[channel] = channel == KernelChannel.IOPub ? new PublisherSocket() : new RouterSocket();
        var options = socket.Options;
        options.Linger = Linger;
        options.MaxMsgSize = LargestFrame;
        // Messages wait for a slow client; by default those past the thousandth would be dropped silently.
        options.SendHighWatermark = options.ReceiveHighWatermark = 0;
        if (socket is RouterSocket)
            options.RouterHandover = true; // A client that comes back under its old name takes its place again.
        try
        {
            socket.Bind(endpoint);
        }
        catch (Exception error) when (error is NetMQException or SocketException)
        {
            throw new KernelException($"The kernel cannot listen on {endpoint}: {error.GetBaseException().Message}.\n" +
                "The connection file says where; Jupyter chooses other ports for the next kernel that it starts.");
        }
    }

    private void Post(KernelChannel channel, List<byte[]> frames)
    {
        lock (_posting)
            if (!_closed) // A cell that the end of its session broke off may still have something to say.
                _outgoing.Enqueue((channel, frames));
    }

    private void SendPosted()
    {
        while (_outgoing.TryDequeue(out var message, TimeSpan.Zero))
            _sockets[message.Channel].SendMultipartBytes(message.Frames);
    }

    private void Take(KernelChannel channel)
    {
        var socket = _sockets[channel];
        List<byte[]> frames = [];
        while (socket.TryReceiveMultipartBytes(ref frames))
            if (channel == KernelChannel.Heartbeat)
                socket.SendMultipartBytes(frames);
            else if (_codec.Read(frames) is { } request)
                _requests[channel].Writer.TryWrite(request);
    }
}
