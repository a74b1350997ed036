using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Workbook.Base;
using Workbook.Jupyter;

namespace Workbook.Tests.Jupyter;

/// <summary>The kernel as the process that a client starts.</summary>
public sealed class KernelProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbook-kernel-").FullName;
    private readonly ConnectionFile _file = LiveKernel.Loopback();
    private readonly List<Process> _started = [];

    [Fact]
    public async Task Kernel_Interrupted_StopsTheCellAndGoesOn()
    {
        SkipWithoutSignals();
        var process = Start(Describe(Write(_file.Address)));
        using var client = new WireClient(_file);
        client.Settle();
        Assert.Equal("1", client.Execute("var kept = 1; kept").Plain);
        var id = client.Post("Console.WriteLine(\"on\"); while (true) { }");
        client.Await(KernelChannel.IOPub, "stream", id);

        await InterruptAsync(process.Id);

        Assert.Equal("error", client.Finish(id).Status);
        Assert.Equal("1", client.Execute("kept").Plain);
        await EndAsync(client, process);
    }

    [Fact]
    public async Task Kernel_InterruptedInNativeCode_LosesTheStateAndSaysSo()
    {
        SkipWithoutSignals();
        var process = Start(Describe(Write(_file.Address)));
        using var client = new WireClient(_file);
        client.Settle();
        client.Execute("var lost = 1;");
        // What the shell says is said while the native call goes on.
        var id = client.Post("""
            [System.Runtime.InteropServices.DllImport("libc")] static extern int system(string command);
            system("echo on; exec sleep 1000");
            """);
        client.Await(KernelChannel.IOPub, "stream", id);

        await InterruptAsync(process.Id);

        var told = client.Finish(id).Of("error").Content["traceback"]!.AsArray();
        Assert.Contains("did not stop within 5 s", told[0]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("All its variables are lost", told[0]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("fresh session", told[^1]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("error", client.Execute("lost").Status);
        await EndAsync(client, process);
    }

    [Fact]
    public async Task Kernel_KilledByItsCell_TakesItsSessionWithIt()
    {
        SkipWithoutSignals();
        var process = Start(Describe(Write(_file.Address)));
        using var client = new WireClient(_file);
        client.Settle();
        var session = Id(client.Execute("Environment.ProcessId").Plain!);

        client.Post($"System.Diagnostics.Process.GetProcessById({process.Id}).Kill(); while (true) {{ }}");

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await IsGoneAsync(session);
    }

    [Theory]
    [InlineData("VS Code", "\"$@\" & wait")] // which tells its kernels nothing
    [InlineData("Jupyter", "export JPY_PARENT_PID=$$; setsid \"$@\" & wait")]
    public async Task Kernel_WhoseParentIsKilled_EndsWithItsSession(string parent, string script)
    {
        SkipWithoutSignals();
        var (shell, client, kernel, session) = StartBelow(parent, script);
        using (client)
        {
            client.Post("while (true) { }");

            shell.Kill();

            await IsGoneAsync(kernel);
            await IsGoneAsync(session);
        }
    }

    [Fact]
    public async Task Kernel_InASessionOfItsOwn_OutlivesItsParent()
    {
        SkipWithoutSignals();
        var (shell, client, kernel, _) = StartBelow("a Jupyter that keeps its kernels", "setsid \"$@\" & wait");
        using (client)
        {
            shell.Kill();
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken); // It looks once a second.

            Assert.Equal("2", client.Execute("1 + 1").Plain);
            client.Ask("shutdown_request", channel: KernelChannel.Control);
            await IsGoneAsync(kernel);
        }
    }

    [Fact]
    public async Task Kernel_StartedAgain_ServesTheSameClientOnTheSamePorts()
    {
        SkipWithoutSignals();
        var file = Write(_file.Address);
        using var client = new WireClient(_file);
        for (var i = 0; i < 3; i++)
        {
            var process = Start(Describe(file));
            client.Settle();
            Assert.Equal("error", client.Execute("kept").Status);
            Assert.Equal("1", client.Execute("var kept = 1; kept").Plain);
            await EndAsync(client, process);
        }
    }

    [Fact]
    public async Task Kernel_ShutDownWhileAClientReadsNothing_Ends()
    {
        SkipWithoutSignals();
        var process = Start(Describe(Write(_file.Address)));
        using var client = new WireClient(_file);
        client.Settle();
        using var deaf = new WireClient(_file, "deaf", mostWaiting: 1);
        deaf.Settle();
        client.Execute("for (var i = 0; i < 300; i++) display(new string('x', 100_000));");

        await EndAsync(client, process);
    }

    [Theory]
    [InlineData("ipc", "speaks tcp only")]
    [InlineData("tcp", "cannot listen on tcp://192.0.2.1")] // An address that is kept for documentation.
    public async Task Kernel_WithAConnectionFileThatItCannotServe_SaysSoAndFails(string transport, string expected)
    {
        var file = Write("192.0.2.1", transport);

        var refused = await new Machine().RunAsync(new Machine().Dotnet, [.. Describe(file).ArgumentList, "--allow-remote"], _folder);

        Assert.Equal(ExitCode.Failure, refused.ExitCode);
        Assert.Contains(expected, refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
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

    // A test that fails leaves its kernel running.
    public void Dispose()
    {
        foreach (var process in _started)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private Process Start(ProcessStartInfo start)
    {
        _started.Add(Process.Start(start)!);
        return _started[^1];
    }

    // The shell stands for the program that starts kernels; killed, it can say nothing to them.
    private (Process Shell, WireClient Client, int Kernel, int Session) StartBelow(string parent, string script)
    {
        var kernel = Describe(Write(_file.Address));
        var start = Describe("/bin/sh", ["-c", script, parent, kernel.FileName, .. kernel.ArgumentList]);
        start.Environment.Remove("JPY_PARENT_PID");
        var shell = Start(start);
        var client = new WireClient(_file);
        client.Settle();
        var ids = client.Execute("$\"{System.IO.File.ReadAllText(\"/proc/self/stat\").Split(' ')[3]} {Environment.ProcessId}\"").Plain!.Split(' ');
        _started.Add(Process.GetProcessById(Id(ids[0])));
        return (shell, client, Id(ids[0]), Id(ids[1]));
    }

    private string Write(string address, string transport = "tcp")
    {
        var path = Path.Combine(_folder, "connection.json");
        var json = new JsonObject { ["transport"] = transport, ["ip"] = address, ["key"] = System.Text.Encoding.UTF8.GetString(_file.Key) };
        foreach (var (channel, port) in _file.Ports)
            json[channel == KernelChannel.Heartbeat ? "hb_port" : $"{channel.ToString().ToLowerInvariant()}_port"] = port;
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    private ProcessStartInfo Describe(string file) =>
        Describe(new Machine().Dotnet, [HostProgram.Location, "kernel", "--connection-file", file]);

    // The user's history of inputs is not for tests.
    private ProcessStartInfo Describe(string program, string[] arguments) =>
        new(program, arguments) { WorkingDirectory = _folder, Environment = { ["XDG_DATA_HOME"] = _folder } };

    private static int Id(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // One that has ended stays listed until its parent looks.
    private static async Task IsGoneAsync(int id)
    {
        try
        {
            while ((await File.ReadAllTextAsync($"/proc/{id}/stat")).Split(' ')[2] != "Z")
                await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It is no longer listed.
        }
    }

    private static async Task EndAsync(WireClient client, Process kernel)
    {
        client.Ask("shutdown_request", channel: KernelChannel.Control);
        await kernel.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Success, kernel.ExitCode);
    }

    private static void SkipWithoutSignals() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals and /proc are Linux's.");

    private static async Task InterruptAsync(int process) =>
        Assert.True((await new Machine().RunAsync("kill", ["-INT", process.ToString(CultureInfo.InvariantCulture)])).Succeeded);
}
