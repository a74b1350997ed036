namespace Workbook.Jupyter.Sockets;

/// <summary>ZeroMQ's kinds of sockets, by its own numbers.</summary>
internal enum SocketKind
{
    /// <summary>One half of a private line between two threads.</summary>
    Pair = 0,

    /// <summary>Sends to whoever listens.</summary>
    Publish = 1,

    /// <summary>Listens to a publisher.</summary>
    Subscribe = 2,

    /// <summary>A client that may ask again before it is answered.</summary>
    Dealer = 5,

    /// <summary>A server that knows its clients by a first frame.</summary>
    Router = 6,
}
