using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using Workbook.Jupyter;

namespace Workbook.Tests.Jupyter;

/// <summary>A client that speaks Jupyter's messaging frame by frame, with nothing of the kernel's own code but the sockets.</summary>
internal sealed class WireClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly byte[] _key;
    private readonly Dictionary<KernelChannel, NetMQSocket> _sockets = [];
    private readonly string _name;
    private int _count;

    /// <param name="file">Where the kernel is.</param>
    /// <param name="name">By which the kernel knows it.</param>
    /// <param name="mostWaiting">How many messages wait on this side until they are read; 0 is any number.</param>
    public WireClient(ConnectionFile file, string name = "client", int mostWaiting = 0)
    {
        (_key, _name) = (file.Key, name);
        foreach (var channel in Enum.GetValues<KernelChannel>())
        {
            NetMQSocket socket = _sockets[channel] = channel == KernelChannel.IOPub ? new SubscriberSocket() : new DealerSocket();
            socket.Options.ReceiveHighWatermark = mostWaiting;
            if (channel is KernelChannel.Shell or KernelChannel.Stdin)
                socket.Options.Identity = Encoding.UTF8.GetBytes(name);
            if (socket is SubscriberSocket subscriber)
                subscriber.SubscribeToAnyTopic();
            socket.Connect(file.Endpoint(channel));
        }
    }

    /// <summary>Waits until the kernel is there and heard: a subscription takes a moment, and what is published before it is lost.</summary>
    /// <remarks>So is what was on its way to a kernel that ended.</remarks>
    public void Settle()
    {
        string id;
        do
            id = Send(KernelChannel.Shell, "kernel_info_request", []);
        while (!Comes(KernelChannel.Shell, TimeSpan.FromSeconds(5), id) || !Comes(KernelChannel.IOPub, TimeSpan.FromMilliseconds(200), id));
    }

    /// <summary>Whether a message comes within that time.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="time">After the one before.</param>
    /// <param name="request">To which it belongs; null for any.</param>
    public bool Comes(KernelChannel channel, TimeSpan time, string? request = null)
    {
        List<byte[]> frames = [];
        while (_sockets[channel].TryReceiveMultipartBytes(time, ref frames))
            if (request is null || Read(frames).ParentId == request)
                return true;
        return false;
    }

    /// <summary>Signs and sends a message.</summary>
    /// <returns>Its id.</returns>
    public string Send(KernelChannel channel, string type, JsonObject content, JsonObject? metadata = null)
    {
        var id = $"{_name}-{++_count}"; // Two clients that sent the same would look like a replay.
        SendFrames(channel, Frames(id, type, content.ToJsonString(), _key, metadata?.ToJsonString() ?? "{}"));
        return id;
    }

    public void SendFrames(KernelChannel channel, IReadOnlyList<byte[]> frames) => _sockets[channel].SendMultipartBytes(frames);

    /// <summary>The frames of a message, signed with any key.</summary>
    public static List<byte[]> Frames(string id, string type, string content, byte[] key, string metadata = "{}")
    {
        var header = new JsonObject { ["msg_id"] = id, ["msg_type"] = type, ["session"] = "test", ["username"] = "", ["date"] = "2026-01-01T00:00:00Z", ["version"] = "5.3" };
        string[] texts = [header.ToJsonString(), "{}", metadata, content];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Concat(texts))));
        return [.. new[] { "<IDS|MSG>", signature }.Concat(texts).Select(Encoding.UTF8.GetBytes)];
    }

    public WireMessage Receive(KernelChannel channel) => Read(ReceiveFrames(channel));

    private WireMessage Read(List<byte[]> frames)
    {
        var mark = frames.FindIndex(frame => Encoding.UTF8.GetString(frame) == "<IDS|MSG>");
        var texts = frames[(mark + 2)..].ConvertAll(Encoding.UTF8.GetString);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Concat(texts))));
        Assert.Equal(signature, Encoding.UTF8.GetString(frames[mark + 1]));
        return new WireMessage(Json(texts[0]), Json(texts[1]), Json(texts[3]));
    }

    public List<byte[]> ReceiveFrames(KernelChannel channel)
    {
        List<byte[]> frames = [];
        return _sockets[channel].TryReceiveMultipartBytes(Patience, ref frames)
            ? frames
            : throw new TimeoutException($"Nothing came on {channel} in {Patience.TotalSeconds} s.");
    }

    /// <summary>Waits for a request's message of that type, past all that others have left on the channel.</summary>
    public WireMessage Await(KernelChannel channel, string type, string request)
    {
        while (true)
            if (Receive(channel) is var message && message.Type == type && message.ParentId == request)
                return message;
    }

    /// <summary>Asks and waits for the answer.</summary>
    public WireMessage Ask(string type, JsonObject? content = null, KernelChannel channel = KernelChannel.Shell)
    {
        var id = Send(channel, type, content ?? []);
        while (true)
            if (Receive(channel) is var reply && reply.ParentId == id)
                return reply;
    }

    /// <summary>Executes a cell.</summary>
    public Answer Execute(string code, JsonObject? options = null) => Finish(Post(code, options));

    /// <summary>Sends a cell off.</summary>
    /// <param name="code">Its text.</param>
    /// <param name="options">What else the request is to hold.</param>
    /// <param name="cell">How the client calls the cell; null where it does not say.</param>
    /// <returns>The request's id.</returns>
    public string Post(string code, JsonObject? options = null, string? cell = null)
    {
        var content = options ?? [];
        content["code"] = code;
        return Send(KernelChannel.Shell, "execute_request", content, cell is null ? null : new() { ["cellId"] = cell });
    }

    /// <summary>Waits for the reply to a cell, and for all that it shows.</summary>
    public Answer Finish(string id)
    {
        WireMessage reply;
        do
            reply = Receive(KernelChannel.Shell);
        while (reply.ParentId != id);
        return new Answer(reply, Heard(id));
    }

    /// <summary>All that is published for a request, from busy to idle.</summary>
    public List<WireMessage> Heard(string id)
    {
        var heard = new List<WireMessage>();
        while (heard.LastOrDefault() is not { Type: "status" } last || last.Text("execution_state") != "idle")
            if (Receive(KernelChannel.IOPub) is var message && message.ParentId == id)
                heard.Add(message);
        return heard;
    }

    public void Dispose()
    {
        foreach (var socket in _sockets.Values)
            socket.Dispose();
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    /// <summary>What came of a cell.</summary>
    internal sealed record Answer(WireMessage Reply, List<WireMessage> Heard)
    {
        public string Status => Reply.Text("status");

        /// <summary>The types of what was published, without the state that is told again when another request ends beside the cell.</summary>
        public IEnumerable<string> Types => Heard.Where((message, index) => index == 0 || !IsBusy(message)).Select(message => message.Type);

        public WireMessage Of(string type) => Assert.Single(Heard, message => message.Type == type);

        public string? Plain => (string?)Of("execute_result").Content["data"]!["text/plain"];

        public string Out => string.Concat(Heard.Where(message => message.Type == "stream").Select(message => message.Text("text")));

        private static bool IsBusy(WireMessage message) => message.Type == "status" && message.Text("execution_state") == "busy";
    }
}
