using System.Net;
using System.Net.Sockets;
using Workbook.Jupyter;
using Workbook.Jupyter.Past;
using Workbook.Sessions;

namespace Workbook.Tests.Jupyter;

/// <summary>A kernel in this process, with a real session behind it and a client in front.</summary>
public sealed class LiveKernel : IAsyncLifetime
{
    // Nothing here is to depend on how busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private KernelConnection? _connection;
    private Kernel? _kernel;
    private WireClient? _client;

    internal ConnectionFile File { get; } = Loopback();

    internal WireClient Client => _client!;

    internal string Folder { get; } = Directory.CreateTempSubdirectory("workbook-kernel-").FullName;

    internal Task Serving { get; private set; } = Task.CompletedTask;

    public ValueTask InitializeAsync()
    {
        _connection = new KernelConnection(File);
        var session = new SessionOptions(Folder) { StartTimeout = Patience, InterruptTimeout = Patience, QueryTimeout = Patience };
        _kernel = new Kernel(_connection, session, new History(Path.Combine(Folder, "history.jsonl")));
        _client = new WireClient(File);
        Serving = _kernel.RunAsync(CancellationToken.None);
        _client.Settle();
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends the kernel's session, as the program does once nobody serves any more.</summary>
    internal async Task StopAsync()
    {
        if (_kernel is not null)
            await _kernel.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _client?.Dispose();
        _connection?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>An address of its own on this machine, with ports that nobody uses.</summary>
    internal static ConnectionFile Loopback()
    {
        var address = OwnAddress();
        var listeners = Enum.GetValues<KernelChannel>().ToDictionary(channel => channel, _ => new TcpListener(address, 0));
        foreach (var listener in listeners.Values)
            listener.Start();
        var ports = listeners.ToDictionary(entry => entry.Key, entry => ((IPEndPoint)entry.Value.LocalEndpoint).Port);
        foreach (var listener in listeners.Values)
            listener.Dispose();
        return new ConnectionFile(address.ToString(), ports, "a key that only the two of us know"u8.ToArray());
    }

    /// <summary>An address on this machine that no one else takes.</summary>
    /// <remarks>
    /// A port found free is free again until the server that is to have it takes it. On the usual address, which every client
    /// and every other test draws its ports from, someone else gets it first now and then; all of 127.x.x.x is this machine.
    /// </remarks>
    internal static IPAddress OwnAddress()
    {
        var address = new IPAddress([127, .. Enumerable.Range(0, 3).Select(_ => (byte)Random.Shared.Next(1, 255))]);
        try
        {
            using var listener = new TcpListener(address, 0);
            listener.Start();
            return address;
        }
        catch (SocketException)
        {
            return IPAddress.Loopback; // Some systems want to be told of the others first.
        }
    }
}
