using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Workbook.Jupyter;

namespace Workbook.Tests.Jupyter;

/// <summary>A kernel's sockets, without a kernel behind them.</summary>
public sealed class KernelConnectionTests
{
    private readonly ConnectionFile _file = LiveKernel.Loopback();

    [Fact]
    public void Publish_ToASubscriberThatIsSlow_LosesNothingAndKeepsTheOrder()
    {
        const int Outputs = 20_000;
        using var connection = new KernelConnection(_file);
        using var client = new WireClient(_file, mostWaiting: 1);
        Join(connection, client);

        // Some 20 MB, more than the system takes off the kernel's hands while nobody reads.
        var padding = new string('x', 1000);
        for (var i = 0; i < Outputs; i++)
            connection.Publish("stream", new() { ["text"] = i.ToString(CultureInfo.InvariantCulture), ["padding"] = padding }, null);

        for (var i = 0; i < Outputs; i++)
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), Next(client, "stream").Text("text"));
    }

    [Fact]
    public void Send_ToAClientThatIsSlow_LosesNothingAndKeepsTheOrder()
    {
        const int Replies = 5_000;
        using var connection = new KernelConnection(_file);
        using var client = new WireClient(_file, mostWaiting: 1);
        client.Send(KernelChannel.Shell, "kernel_info_request", []);
        var request = connection.Requests(KernelChannel.Shell).ReadAllAsync().ToBlockingEnumerable().First();

        var padding = new string('x', 5000);
        for (var i = 0; i < Replies; i++)
            connection.Send(KernelChannel.Shell, "kernel_info_reply", new() { ["number"] = i, ["padding"] = padding }, request);

        for (var i = 0; i < Replies; i++)
            Assert.Equal(i, (int)client.Receive(KernelChannel.Shell).Content["number"]!);
    }

    [Fact]
    public void Dispose_WithMessagesPosted_SendsThem()
    {
        using var client = new WireClient(_file);
        using (var connection = new KernelConnection(_file))
        {
            Join(connection, client);
            for (var i = 0; i < 100; i++)
                connection.Publish("stream", new() { ["text"] = $"{i}" }, null);
        }

        for (var i = 0; i < 100; i++)
            Assert.Equal($"{i}", Next(client, "stream").Text("text"));
    }

    [Fact]
    public void Publish_AfterTheEnd_IsDropped()
    {
        var connection = new KernelConnection(_file);
        connection.Dispose();

        connection.Publish("stream", new() { ["text"] = "late" }, null);
    }

    [Fact]
    public void Open_WhereAnotherListens_SaysWhere()
    {
        using var other = new TcpListener(IPAddress.Parse(_file.Address), _file.Ports[KernelChannel.Stdin]);
        other.Start();

        var error = Assert.Throws<KernelException>(() => new KernelConnection(_file));

        Assert.StartsWith(
            $"The kernel cannot listen on {_file.Endpoint(KernelChannel.Stdin)}: Address already in use.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.1")] // Kept for documentation, and so no machine's.
    [InlineData("no-such-host.invalid")]
    public void Open_AtAnAddressOfNoOnes_SaysWhere(string address)
    {
        var error = Assert.Throws<KernelException>(() => new KernelConnection(_file with { Address = address }));

        Assert.StartsWith($"The kernel cannot listen on tcp://{address}:", error.Message, StringComparison.Ordinal);
    }

    // A subscription takes a moment, and what is published before it is lost.
    private static void Join(KernelConnection connection, WireClient client)
    {
        do
            connection.Publish("status", new() { ["execution_state"] = "starting" }, null);
        while (!client.Comes(KernelChannel.IOPub, TimeSpan.FromMilliseconds(50)));
    }

    private static WireMessage Next(WireClient client, string type)
    {
        while (true)
            if (client.Receive(KernelChannel.IOPub) is var message && message.Type == type)
                return message;
    }
}
