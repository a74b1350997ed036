using System.Text.Json.Nodes;
using System.Threading.Channels;
using Workbook.Jupyter.Messages;

namespace Workbook.Jupyter;

/// <summary>A kernel's lines to its clients: all that it knows of sockets.</summary>
internal interface IKernelConnection : IDisposable
{
    /// <summary>What clients ask on a channel, checked and in order.</summary>
    ChannelReader<Request> Requests(KernelChannel channel);

    /// <summary>Sends to one client.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="content">What it says; it is not used again.</param>
    /// <param name="to">The request whose client is meant, which becomes the message's parent.</param>
    void Send(KernelChannel channel, string type, JsonObject content, Request to);

    /// <summary>Tells all clients.</summary>
    /// <param name="type">The message's type.</param>
    /// <param name="content">What it says; it is not used again.</param>
    /// <param name="parent">The request that it belongs to; null where there is none.</param>
    void Publish(string type, JsonObject content, Request? parent);
}

/// <summary>The five lines between a kernel and its clients.</summary>
internal enum KernelChannel
{
    /// <summary>Requests, one after the other.</summary>
    Shell,

    /// <summary>Requests that must not wait behind a running cell.</summary>
    Control,

    /// <summary>Questions to the client that runs the cell, and its answers.</summary>
    Stdin,

    /// <summary>What everyone is to hear: outputs and states.</summary>
    IOPub,

    /// <summary>Whatever comes goes back, as a sign of life.</summary>
    Heartbeat,
}
