using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Jupyter;

/// <summary>Where a kernel listens and the key that its clients know: what Jupyter hands to a kernel that it starts.</summary>
/// <param name="Address">An IP address, <c>localhost</c>, or <c>*</c> for all of the machine's.</param>
/// <param name="Ports">A port a channel.</param>
/// <param name="Key">Signs every message; empty where nothing is signed.</param>
internal sealed record ConnectionFile(string Address, IReadOnlyDictionary<KernelChannel, int> Ports, byte[] Key)
{
    private const string Tcp = "tcp";
    private const string Ipc = "ipc";
    private const string Scheme = "hmac-sha256";
    private const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>Whether only this machine can reach the kernel.</summary>
    public bool IsLocal => Address == "localhost" ||
        (IPAddress.TryParse(Address, out var address) && IPAddress.IsLoopback(address));

    /// <summary>The channel's address, as ZeroMQ writes it.</summary>
    public string Endpoint(KernelChannel channel) =>
        $"{Tcp}://{(Address == "localhost" ? IPAddress.Loopback.ToString() : Address)}:{Ports[channel]}";

    /// <exception cref="KernelException">There is no such file, or it is not what Jupyter writes.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new JsonException("It holds no JSON object.");
            return Parse(json);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new KernelException($"The connection file {path} cannot be used: {error.Message}\n" +
                "Jupyter writes one for every kernel that it starts; `./workbook lab` starts Jupyter.");
        }
    }

    /// <summary>Takes the file from everyone else's eyes, since it holds the key.</summary>
    /// <returns>Whether others could read it so far.</returns>
    public static bool Close(string path)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == 0)
            return false;
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) & ~Others);
        return true;
    }

    private static ConnectionFile Parse(JsonObject json)
    {
        var transport = Text(json, "transport", Tcp);
        if (transport == Ipc)
            throw new FormatException($"Its transport is {Ipc}; the kernel makes no socket files and speaks {Tcp} only. " +
                $"Start Jupyter without --transport={Ipc} and KernelManager.transport.");
        if (transport != Tcp)
            throw new FormatException($"Its transport is {transport}, not {Tcp}.");
        var key = Text(json, "key", "");
        var scheme = Text(json, "signature_scheme", Scheme);
        if (key.Length > 0 && scheme != Scheme)
            throw new FormatException($"Its signature_scheme is {scheme}; only {Scheme} is known here.");
        var ports = Enum.GetValues<KernelChannel>().ToDictionary(
            channel => channel, channel => Port(json, Field(channel)));
        return new ConnectionFile(Text(json, "ip", IPAddress.Loopback.ToString()), ports, System.Text.Encoding.UTF8.GetBytes(key));
    }

    private static string Field(KernelChannel channel) => channel switch
    {
        KernelChannel.Shell => "shell_port",
        KernelChannel.Control => "control_port",
        KernelChannel.Stdin => "stdin_port",
        KernelChannel.IOPub => "iopub_port",
        _ => "hb_port",
    };

    private static string Text(JsonObject json, string name, string otherwise) => json[name] switch
    {
        null => otherwise,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new FormatException($"Its {name} is no text."),
    };

    private static int Port(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<int>(out var port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw new FormatException($"Its {name} is not a port (1 to {ushort.MaxValue}).");
}
