using System.Text.Json.Nodes;
using Workbook.Jupyter;

namespace Workbook.Tests.Jupyter;

public sealed class ConnectionFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbook-connection-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "kernel.json");

    [Fact]
    public void Read_AsJupyterWritesIt_GivesAddressesAndKey()
    {
        var file = Read(Whole());

        Assert.Equal("tcp://127.0.0.1:50001", file.Endpoint(KernelChannel.Shell));
        Assert.Equal("tcp://127.0.0.1:50005", file.Endpoint(KernelChannel.Heartbeat));
        Assert.Equal("a-secret"u8.ToArray(), file.Key);
        Assert.True(file.IsLocal);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("localhost", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("*", false)]
    [InlineData("192.168.1.5", false)]
    public void IsLocal_OfAnAddress_IsTrueForLoopbackOnly(string address, bool local)
    {
        var json = Whole();
        json["ip"] = address;
        Assert.Equal(local, Read(json).IsLocal);
    }

    [Theory]
    [InlineData("shell_port", "70000", "shell_port is not a port")]
    [InlineData("hb_port", "null", "hb_port is not a port")]
    [InlineData("transport", "\"carrier pigeon\"", "carrier pigeon")]
    [InlineData("transport", "\"ipc\"", "makes no socket files and speaks tcp only")]
    [InlineData("signature_scheme", "\"hmac-md5\"", "hmac-md5")]
    [InlineData("key", "5", "key is no text")]
    public void Read_WithSomethingWrong_SaysWhat(string field, string value, string expected)
    {
        var json = Whole();
        json[field] = JsonNode.Parse(value);

        var error = Assert.Throws<KernelException>(() => Read(json));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfNoJsonOrNoFile_SaysSo()
    {
        Assert.Throws<KernelException>(() => ConnectionFile.Read(Path));
        File.WriteAllText(Path, "[1, 2");
        Assert.Throws<KernelException>(() => ConnectionFile.Read(Path));
    }

    [Fact]
    public void Close_OfAFileOpenToOthers_LeavesItToItsOwner()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        if (OperatingSystem.IsWindows())
            return;
        File.WriteAllText(Path, "{}");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Assert.True(ConnectionFile.Close(Path));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        Assert.False(ConnectionFile.Close(Path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ConnectionFile Read(JsonObject json)
    {
        File.WriteAllText(Path, json.ToJsonString());
        return ConnectionFile.Read(Path);
    }

    private static JsonObject Whole() => new()
    {
        ["transport"] = "tcp",
        ["ip"] = "127.0.0.1",
        ["shell_port"] = 50001,
        ["control_port"] = 50002,
        ["stdin_port"] = 50003,
        ["iopub_port"] = 50004,
        ["hb_port"] = 50005,
        ["key"] = "a-secret",
        ["signature_scheme"] = "hmac-sha256",
    };
}
