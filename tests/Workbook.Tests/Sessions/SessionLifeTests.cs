using System.Diagnostics;
using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

public sealed class SessionLifeTests : IAsyncLifetime
{
    // A busy machine is slow to start a session and to stop a cell.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private Session? _session;

    private Session Session => _session!;

    public async ValueTask InitializeAsync() => _session = await Session.StartAsync(
        new SessionOptions(Path.GetTempPath()) { StartTimeout = Patience, InterruptTimeout = Patience });

    public ValueTask DisposeAsync() => Session.DisposeAsync();

    [Theory]
    [InlineData("Console.WriteLine(\"last words\"); Environment.FailFast(\"on purpose\");", "SIGABRT", "on purpose")]
    [InlineData("Console.WriteLine(\"last words\"); System.Diagnostics.Process.GetCurrentProcess().Kill();", "SIGKILL", "")]
    [InlineData("Console.WriteLine(\"last words\"); Environment.Exit(3);", "exit code 3", "")]
    [InlineData("Console.WriteLine(\"last words\"); int Deep(int x) => Deep(x + 1) + 1; Deep(0);", "SIGABRT", "Stack overflow")]
    [InlineData("Console.WriteLine(\"last words\"); new System.Threading.Thread(() => throw new Exception(\"elsewhere\")).Start(); System.Threading.Thread.Sleep(-1);", "SIGABRT", "elsewhere")]
    [InlineData("Console.WriteLine(\"last words\"); [System.Runtime.InteropServices.DllImport(\"libc\")] static extern nint strlen(nint text); strlen(7);", "SIGSEGV", "")]
    public async Task Execute_ACellThatEndsTheProcess_IsReportedAndTheParentGoesOn(string code, string cause, string native)
    {
        var run = await CellRun.Of(Session, code);

        Assert.Equal("last words\n", run.Out);
        Assert.Contains(native, run.Err, StringComparison.Ordinal);
        Assert.Equal(CellStatus.Died, run.Status);
        Assert.Contains(cause, run.Error.Value, StringComparison.Ordinal);
        Assert.False(Session.IsAlive);
        Assert.Equal(CellStatus.Died, (await CellRun.Of(Session, "1")).Status);
        await Session.RestartAsync(TestContext.Current.CancellationToken);
        Assert.Equal("2", (await CellRun.Of(Session, "1 + 1")).Plain);
    }

    [Fact]
    public async Task Execute_NativeCodeWhoseExceptionNothingCatches_NamesTheCellsLine()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The C++ library's name is Linux's.");
        await CellRun.Of(Session, """
            [System.Runtime.InteropServices.DllImport("libstdc++.so.6", EntryPoint = "_ZSt17__throw_bad_allocv")]
            static extern void Throw();
            void Fall()
            {
                Throw();
            }
            """, "Cell 1");

        var run = await CellRun.Of(Session, "var one = 1;\nFall();", "Cell 2");

        Assert.Equal(CellStatus.Died, run.Status);
        Assert.Contains("an exception of native code, which nothing caught: std::bad_alloc", run.Error.Traceback[0], StringComparison.Ordinal);
        Assert.Contains("   at Fall in Cell 1, line 5", run.Error.Traceback);
        Assert.Contains("   at Cell 2, line 2", run.Error.Traceback);
        Assert.Equal(2, run.Error.Line);
        var next = await CellRun.Of(Session, "1", "Cell 3");
        Assert.Null(next.Error.Line);
        Assert.DoesNotContain("   at Cell 2, line 2", next.Error.Traceback);
    }

    [Fact]
    public async Task Execute_AFailFast_TellsItsMessageInTheCell()
    {
        var run = await CellRun.Of(Session, "Environment.FailFast(\"no way on\");");

        Assert.Contains("a fail-fast, that is, code that would not go on: no way on.", run.Error.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Console.WriteLine(\"go\"); while (true) n++;")]
    [InlineData("Console.WriteLine(\"go\"); System.Threading.Thread.Sleep(-1);")]
    [InlineData("Console.WriteLine(\"go\"); await Task.Delay(-1);")]
    [InlineData("Console.WriteLine(\"go\"); Task.Delay(-1).Wait();")]
    [InlineData("Console.WriteLine(\"go\"); while (true) { await Task.Delay(5); n++; }")]
    [InlineData("Console.WriteLine(\"go\"); while (true) Console.WriteLine(n++);")]
    [InlineData("Console.WriteLine(\"go\"); while (true) { try { System.Threading.Thread.Sleep(-1); } catch { } }")]
    [InlineData("Console.WriteLine(\"go\"); IEnumerable<int> Forever() { while (true) yield return n++; } Forever().Where(x => x < 0)")]
    public async Task Interrupt_ARunningCell_StopsItAndKeepsTheState(string code)
    {
        await CellRun.Of(Session, "var n = 41; var kept = 7;");
        using var stop = new CancellationTokenSource();
        var events = new List<SessionEvent>();
        await foreach (var message in Session.ExecuteAsync(code, cancellation: stop.Token))
        {
            if (events.Count == 0)
                stop.CancelAfter(200);
            if (events.Count < 10 || message is not StreamEvent)
                events.Add(message);
        }

        var run = new CellRun(events);
        Assert.Equal(CellStatus.Interrupted, run.Status);
        Assert.Contains("interrupted", run.Error.Value, StringComparison.Ordinal);
        Assert.True(Session.IsAlive);
        Assert.Equal("7", (await CellRun.Of(Session, "kept")).Plain);
        Assert.Equal("3", (await CellRun.Of(Session, "System.Threading.Thread.Sleep(20); await Task.Delay(20); 1 + 2")).Plain);
    }

    [Fact]
    public async Task Interrupt_WithNothingRunning_DoesNothing()
    {
        await Session.InterruptAsync();

        Assert.Equal("2", (await CellRun.Of(Session, "System.Threading.Thread.Sleep(50); 1 + 1")).Plain);
    }

    [Fact]
    public async Task Interrupt_NativeCodeThatDoesNotReturn_EndsTheSessionAndSaysSo()
    {
        await using var session = await Session.StartAsync(
            new SessionOptions(Path.GetTempPath()) { StartTimeout = Patience, InterruptTimeout = TimeSpan.FromSeconds(1) });
        using var stop = new CancellationTokenSource();
        var events = new List<SessionEvent>();
        await foreach (var message in session.ExecuteAsync("""
            [System.Runtime.InteropServices.DllImport("libc")] static extern int system(string command);
            system("echo go; exec sleep 1000");
            """, cancellation: stop.Token))
        {
            // Not before it is there, as the shell says: a cell that has yet to come to its native code does stop.
            if (events.Count == 0)
                await stop.CancelAsync();
            events.Add(message);
        }

        var ended = new CellRun(events);
        Assert.Equal(CellStatus.Died, ended.Status);
        Assert.Contains("did not stop", ended.Error.Value, StringComparison.Ordinal);
        Assert.Contains("variables are lost", ended.Error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_ARunningSession_LeavesNoProcess()
    {
        var session = await Session.StartAsync(new SessionOptions(Path.GetTempPath()) { StartTimeout = Patience });
        using var process = Process.GetProcessById(session.ProcessId);
        _ = CellRun.Of(session, "new System.Threading.Thread(() => { while (true) System.Threading.Thread.Sleep(10); }).Start(); while (true) ;");

        await session.DisposeAsync();

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Restart_ALivingSession_ForgetsItsVariables()
    {
        await CellRun.Of(Session, "var gone = 1;");
        await Session.RestartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(CellStatus.Failed, (await CellRun.Of(Session, "gone")).Status);
    }

    [Fact]
    public async Task Restart_ASessionThatStartedPrograms_EndsThem()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's.");
        var run = await CellRun.Of(Session, """
            var start = new System.Diagnostics.ProcessStartInfo("sh", new[] { "-c", "sleep 1000 & echo $$ $!; wait" }) { RedirectStandardOutput = true };
            Console.WriteLine(System.Diagnostics.Process.Start(start).StandardOutput.ReadLine());
            """);
        var ids = run.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, ids.Length);

        await Session.RestartAsync(TestContext.Current.CancellationToken);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        foreach (var id in ids)
            while (IsAlive(id)) await Task.Delay(20, patience.Token);
    }

    // One that has ended stays listed until its parent looks.
    private static bool IsAlive(string id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    [Fact]
    public async Task Start_WithTooLittleTime_SaysSo()
    {
        var error = await Assert.ThrowsAsync<SessionException>(() => Session.StartAsync(
            new SessionOptions(Path.GetTempPath()) { StartTimeout = TimeSpan.FromMilliseconds(1) }));

        Assert.Contains("did not start within", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_InAFolderThatIsNotThere_NamesIt()
    {
        var error = await Assert.ThrowsAsync<SessionException>(() => Session.StartAsync(new SessionOptions("/no/such/folder")));

        Assert.Contains("/no/such/folder", error.Message, StringComparison.Ordinal);
    }
}
