using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Workbook.Jupyter;
using Workbook.Jupyter.Sockets;
using Workbook.Setup;

namespace Workbook.Tests.Jupyter;

/// <summary>The kernel as the process that a client starts.</summary>
public sealed class KernelProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbook-kernel-").FullName;
    private readonly LiveKernel _addresses = new();

    [Fact]
    public async Task Kernel_Interrupted_StopsTheCellAndGoesOn()
    {
        SkipWithoutSignals();
        using var process = Process.Start(Describe(Write("127.0.0.1")))!;
        using var client = new WireClient(_addresses.File);
        client.Settle();
        Assert.Equal("1", client.Execute("var kept = 1; kept").Plain);
        var id = client.Post("while (true) { }");

        // Jupyter's signal may come before the cell has begun; it is repeated, as by an impatient reader.
        var answer = Task.Run(() => client.Finish(id));
        while (await Task.WhenAny(answer, Task.Delay(500)) != answer)
            await InterruptAsync(process.Id);

        Assert.Equal("error", (await answer).Status);
        Assert.Equal("1", client.Execute("kept").Plain);
        client.Ask("shutdown_request", channel: KernelChannel.Control);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Success, process.ExitCode);
    }

    [Fact]
    public async Task Kernel_WhoseJupyterVanishes_EndsWithItsSession()
    {
        SkipWithoutSignals();
        var kernel = Describe(Write("127.0.0.1"));
        // The shell stands for Jupyter; it is killed, so that it can say nothing.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = _folder, Environment = { ["JPY_PARENT_PID"] = "1" } };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("\"$@\" & wait");
        start.ArgumentList.Add("jupyter");
        foreach (var argument in kernel.ArgumentList.Prepend(kernel.FileName))
            start.ArgumentList.Add(argument);
        using var jupyter = Process.Start(start)!;
        using var client = new WireClient(_addresses.File);
        client.Settle();
        var ids = client.Execute("$\"{Environment.ProcessId} {System.IO.File.ReadAllText(\"/proc/self/stat\").Split(' ')[3]}\"").Plain!;
        var (session, parent) = (Id(ids.Split(' ')[0]), Id(ids.Split(' ')[1]));
        client.Post("while (true) { }");

        jupyter.Kill();

        foreach (var id in new[] { parent, session })
            while (IsAlive(id))
                await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Kernel_AskedToListenToTheWorld_RefusesUnlessAllowed()
    {
        SkipWithoutSignals();
        var file = Write("0.0.0.0");

        var refused = await new Machine().RunAsync(new Machine().Dotnet, Describe(file).ArgumentList, _folder);

        Assert.Equal(ExitCode.Failure, refused.ExitCode);
        Assert.Contains("--allow-remote", refused.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string address)
    {
        var path = Path.Combine(_folder, "connection.json");
        var json = new JsonObject { ["ip"] = address, ["key"] = System.Text.Encoding.UTF8.GetString(_addresses.File.Key) };
        foreach (var (channel, port) in _addresses.File.Ports)
            json[channel == KernelChannel.Heartbeat ? "hb_port" : $"{channel.ToString().ToLowerInvariant()}_port"] = port;
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    private ProcessStartInfo Describe(string file) => new(
        new Machine().Dotnet, [typeof(Kernel).Assembly.Location, "kernel", "--connection-file", file])
    { WorkingDirectory = _folder };

    private static int Id(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static bool IsAlive(int id)
    {
        // One that has ended stays listed until its parent looks.
        var status = $"/proc/{id}/stat";
        return File.Exists(status) && File.ReadAllText(status).Split(' ')[2] != "Z";
    }

    private static void SkipWithoutSignals()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals and /proc are Linux's.");
        Assert.SkipUnless(LibZmq.IsInstalled, "There is no ZeroMQ library. Install it with `apt-get install libzmq5`.");
    }

    private static async Task InterruptAsync(int process) =>
        Assert.True((await new Machine().RunAsync("kill", ["-INT", process.ToString(CultureInfo.InvariantCulture)])).Succeeded);
}
