namespace Workbook.Jupyter.Sockets;

/// <summary>Options of a socket, by ZeroMQ's own numbers.</summary>
internal enum SocketOption
{
    Identity = 5,

    Subscribe = 6,

    /// <summary>How long, in milliseconds, what is not sent yet outlives the socket.</summary>
    Linger = 17,

    /// <summary>The largest frame that is taken, in bytes (a long).</summary>
    LargestFrame = 22,

    /// <summary>How many messages may wait to be sent; 0 is any number.</summary>
    SendQueue = 23,

    /// <summary>How many messages may wait to be received; 0 is any number.</summary>
    ReceiveQueue = 24,

    /// <summary>How long a receiver waits, in milliseconds.</summary>
    ReceiveTimeout = 27,

    /// <summary>Whether a client that comes back under its old name takes its place again.</summary>
    RouterHandover = 56,
}
