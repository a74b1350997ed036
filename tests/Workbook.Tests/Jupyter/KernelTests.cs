using System.Text.Json.Nodes;
using Workbook.Jupyter;

namespace Workbook.Tests.Jupyter;

/// <summary>What a kernel answers, frame by frame.</summary>
public sealed class KernelTests(LiveKernel kernel) : IClassFixture<LiveKernel>
{
    private WireClient Client => kernel.Client;

    [Fact]
    public void KernelInfo_Asked_NamesTheLanguage()
    {
        var info = Client.Ask("kernel_info_request").Content;

        Assert.Equal("csharp", (string?)info["language_info"]!["name"]);
        Assert.Equal(".cs", (string?)info["language_info"]!["file_extension"]);
        Assert.StartsWith("5.", (string?)info["protocol_version"], StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_AnExpression_IsBusyFirstAndIdleLast()
    {
        var answer = Client.Execute("6 * 7");

        Assert.Equal("ok", answer.Status);
        Assert.Equal(["status", "execute_input", "execute_result", "status"], answer.Types);
        Assert.Equal("busy", answer.Heard[0].Text("execution_state"));
        Assert.Equal("6 * 7", answer.Of("execute_input").Text("code"));
        Assert.Equal("42", answer.Plain);
        Assert.Equal((int)answer.Reply.Content["execution_count"]!, (int)answer.Of("execute_result").Content["execution_count"]!);
    }

    [Fact]
    public void Execute_WithExpressions_EvaluatesEach()
    {
        var answer = Client.Execute("var side = 3;", new()
        {
            ["user_expressions"] = new JsonObject { ["area"] = "side * side", ["wrong"] = "nothing + 1" },
        });

        var values = answer.Reply.Content["user_expressions"]!;
        Assert.Equal("9", (string?)values["area"]!["data"]!["text/plain"]);
        Assert.Equal("error", (string?)values["wrong"]!["status"]);
    }

    [Fact]
    public void Execute_Silent_SaysNothingAndDoesNotCount()
    {
        var before = (int)Client.Execute("1").Reply.Content["execution_count"]!;

        var answer = Client.Execute("Console.WriteLine(\"psst\"); var kept = 5;", new() { ["silent"] = true });

        Assert.Equal(["status", "status"], answer.Types);
        Assert.Equal("5", Client.Execute("kept").Plain);
        Assert.Equal(before + 2, (int)Client.Execute("1").Reply.Content["execution_count"]!);
    }

    [Fact]
    public void Execute_ThatPrints_IsHeardBeforeItEnds()
    {
        var id = Client.Post("Console.WriteLine(\"first\"); while (!System.IO.File.Exists(\"heard\")) await Task.Delay(5); Console.WriteLine(\"second\");");

        Assert.Equal("first\n", Client.Await(KernelChannel.IOPub, "stream", id).Text("text"));
        File.WriteAllText(Path.Combine(kernel.Folder, "heard"), "");

        Assert.Equal("second\n", Client.Finish(id).Out);
    }

    [Fact]
    public void Execute_Displays_CanBeUpdatedAndCleared()
    {
        var answer = Client.Execute("var shown = display(\"draft\"); clear_output(wait: true); shown.Update(\"final\");");

        Assert.Equal(["status", "execute_input", "display_data", "clear_output", "update_display_data", "status"], answer.Types);
        Assert.Equal(
            (string?)answer.Of("display_data").Content["transient"]!["display_id"],
            (string?)answer.Of("update_display_data").Content["transient"]!["display_id"]);
        Assert.True((bool)answer.Of("clear_output").Content["wait"]!);
    }

    [Fact]
    public void Execute_Failing_NamesCellAndLineAndAbortsWhatWaits()
    {
        var failing = Client.Post("var started = 1; while (!System.IO.File.Exists(\"queued\"))\n    await Task.Delay(5);\nthrow new InvalidOperationException(\"no\");");
        var waiting = Client.Post("\"never\"");
        Client.Ask("kernel_info_request"); // What is answered after the second cell has come.
        File.WriteAllText(Path.Combine(kernel.Folder, "queued"), "");

        var failed = Client.Finish(failing);
        var aborted = Client.Finish(waiting);

        Assert.Equal("error", failed.Status);
        Assert.Equal(["execute_input", "error"], failed.Types.Where(type => type != "status"));
        var cell = (int)failed.Reply.Content["execution_count"]!;
        Assert.Equal($"   at Cell {cell}, line 3", (string?)failed.Of("error").Content["traceback"]![1]);
        Assert.Equal("aborted", aborted.Status);
        Assert.Equal(["status", "status"], aborted.Types);
        Assert.Equal("1", Client.Execute("started").Plain);
    }

    [Fact]
    public void Execute_FailingWithoutStopOnError_AbortsNothing()
    {
        var failing = Client.Post("throw new Exception();", new() { ["stop_on_error"] = false });
        var waiting = Client.Post("\"runs\"");

        Assert.Equal("error", Client.Finish(failing).Status);
        Assert.Equal("runs", Client.Finish(waiting).Plain);
    }

    [Fact]
    public void ReadLine_WithAClient_AsksIt()
    {
        var id = Client.Post("Console.Write(\"Who? \"); var who = Console.ReadLine(); $\"You are {who}.\"", new() { ["allow_stdin"] = true });

        Client.Await(KernelChannel.Stdin, "input_request", id);
        Client.Send(KernelChannel.Stdin, "input_reply", new() { ["value"] = "Ada" });

        Assert.Equal("You are Ada.", Client.Finish(id).Plain);
    }

    [Fact]
    public void ReadLine_NotAllowed_FindsTheEnd() =>
        Assert.Equal("True", Client.Execute("Console.ReadLine() is null", new() { ["allow_stdin"] = false }).Plain);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Yield(); while (true) { }")]
    public void Interrupt_ByMessage_StopsTheCellAndKeepsTheState(string code)
    {
        Client.Execute("var kept = 11;");
        var id = Client.Post($"Console.WriteLine(\"on\"); {code}");
        Client.Await(KernelChannel.IOPub, "stream", id);

        AssertStops(id);
    }

    [Fact]
    public void Interrupt_OfACellThatWaitsForInput_StopsItAndKeepsTheState()
    {
        Client.Execute("var kept = 11;");
        var id = Client.Post("Console.ReadLine();");
        Client.Await(KernelChannel.Stdin, "input_request", id);

        AssertStops(id);
    }

    private void AssertStops(string id)
    {
        Assert.Equal("ok", Client.Ask("interrupt_request", channel: KernelChannel.Control).Text("status"));

        var answer = Client.Finish(id);
        Assert.Equal("error", answer.Status);
        Assert.Contains("was interrupted", answer.Reply.Content["traceback"]![0]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("11", Client.Execute("kept").Plain);
    }

    [Fact]
    public void Interrupt_WithoutACell_HarmsNothing()
    {
        Client.Ask("interrupt_request", channel: KernelChannel.Control);
        Assert.Equal("2", Client.Execute("1 + 1").Plain);
    }

    [Fact]
    public void Execute_ThatEndsTheSession_IsToldAndANewOneIsThere()
    {
        Client.Execute("var lost = 1;");

        var answer = Client.Execute("Environment.Exit(7);");

        Assert.Equal("DeadKernel", answer.Reply.Text("ename"));
        Assert.Contains("exit code 7", answer.Reply.Text("evalue"), StringComparison.Ordinal);
        Assert.Contains("fresh session", answer.Reply.Content["traceback"]!.AsArray()[^1]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("error", Client.Execute("lost").Status);
        Assert.Equal("3", Client.Execute("1 + 2").Plain);
    }

    [Fact]
    public void Output_OfATaskLeftBehind_IsStillHeard()
    {
        var id = Client.Post("_ = Task.Run(async () => { while (!System.IO.File.Exists(\"late\")) await Task.Delay(5); Console.WriteLine(\"afterwards\"); });");
        Client.Finish(id);
        File.WriteAllText(Path.Combine(kernel.Folder, "late"), "");

        Assert.Equal("afterwards\n", Client.Await(KernelChannel.IOPub, "stream", id).Text("text"));
    }

    [Fact]
    public void Editor_AsksInCodePoints_IsAnsweredInThem()
    {
        const string Code = "\"😀\"; Math.Sqr";
        var reply = Client.Ask("complete_request", new() { ["code"] = Code, ["cursor_pos"] = Code.EnumerateRunes().Count() }).Content;

        Assert.Equal("Sqrt", (string?)reply["matches"]![0]);
        Assert.Equal((10, 13), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
        Assert.True((bool)Client.Ask("inspect_request", new() { ["code"] = "Math.Sqrt", ["cursor_pos"] = 9 }).Content["found"]!);
        Assert.Equal("incomplete", Client.Ask("is_complete_request", new() { ["code"] = "if (true) {" }).Text("status"));
    }

    [Fact]
    public void Editor_AsksWhileACellRuns_IsAnsweredAtOnceAndTheKernelStaysBusy()
    {
        Client.Execute("var fortyTwo = 42;");
        var cell = Client.Post("Console.WriteLine(\"on\"); while (true) { }");
        Client.Await(KernelChannel.IOPub, "stream", cell);

        var question = Client.Send(KernelChannel.Shell, "complete_request", new() { ["code"] = "fortyT", ["cursor_pos"] = 6 });

        Assert.Equal("fortyTwo", (string?)Client.Await(KernelChannel.Shell, "complete_reply", question).Content["matches"]![0]);
        Assert.Equal("idle", Client.Heard(question)[^1].Text("execution_state"));
        Assert.Equal("busy", Client.Await(KernelChannel.IOPub, "status", cell).Text("execution_state"));
        Client.Ask("interrupt_request", channel: KernelChannel.Control);
        Assert.Equal("error", Client.Finish(cell).Status);
    }

    [Fact]
    public void Comm_Opened_IsRefused()
    {
        var id = Client.Send(KernelChannel.Shell, "comm_open", new() { ["comm_id"] = "widget-1", ["target_name"] = "jupyter.widget" });

        Assert.Equal("widget-1", Assert.Single(Client.Heard(id), message => message.Type == "comm_close").Text("comm_id"));
        Assert.Empty(Client.Ask("comm_info_request").Content["comms"]!.AsObject());
    }

    [Fact]
    public void History_OfThisSession_HoldsItsCells()
    {
        Client.Execute("\"remember me\"");

        var reply = Client.Ask("history_request", new() { ["hist_access_type"] = "search", ["pattern"] = "*remember*", ["n"] = 1 });

        Assert.Equal("\"remember me\"", (string?)reply.Content["history"]![0]![2]);
    }

    [Fact]
    public void Heartbeat_WhileACellRuns_ComesBack()
    {
        var id = Client.Post("System.Threading.Thread.Sleep(300);");

        Client.SendFrames(KernelChannel.Heartbeat, ["ping"u8.ToArray()]);

        Assert.Equal("ping"u8.ToArray(), Assert.Single(Client.ReceiveFrames(KernelChannel.Heartbeat)));
        Client.Finish(id);
    }

    [Fact]
    public void Message_NotGenuine_IsDroppedWithoutHarm()
    {
        const string Bad = """{"code":"System.IO.File.WriteAllText(\"hacked\", \"\");"}""";
        var replayed = WireClient.Frames("replayed", "execute_request", """{"code":"1","store_history":false}""", kernel.File.Key);
        var cut = WireClient.Frames("cut", "execute_request", "{}", kernel.File.Key)[..4];
        var broken = WireClient.Frames("broken", "execute_request", "{\"code\":", kernel.File.Key);
        var unsigned = WireClient.Frames("unsigned", "execute_request", Bad, kernel.File.Key);
        unsigned[1] = [];

        Client.SendFrames(KernelChannel.Shell, WireClient.Frames("forged", "execute_request", Bad, "another key"u8.ToArray()));
        foreach (var frames in new[] { unsigned, cut, broken, [[], []], replayed, replayed })
            Client.SendFrames(KernelChannel.Shell, frames);

        var last = Client.Post("1");
        var answered = new List<string?>();
        do
            answered.Add(Client.Receive(KernelChannel.Shell).ParentId);
        while (answered[^1] != last);
        Assert.Equal(["replayed", last], answered);
        Assert.False(File.Exists(Path.Combine(kernel.Folder, "hacked")));
    }

    [Fact]
    public void Request_WithoutWhatItNeeds_IsAnsweredWithAnError()
    {
        Assert.Equal("error", Client.Ask("execute_request").Text("status"));
        Assert.Equal("error", Client.Ask("complete_request", new() { ["code"] = 5 }).Text("status"));
        Assert.Equal("error", Client.Ask("history_request", new() { ["hist_access_type"] = "future" }).Text("status"));
        Assert.Equal("ok", Client.Execute("1").Status);
    }
}
