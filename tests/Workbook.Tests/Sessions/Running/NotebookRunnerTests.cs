using Workbook.Documents;
using Workbook.Sessions.Running;
using static Workbook.Tests.Sessions.Running.NotebookFolder;

namespace Workbook.Tests.Sessions.Running;

public class NotebookRunnerTests
{
    [Fact]
    public async Task Run_ADib_RunsLikeANotebook()
    {
        using var folder = new NotebookFolder();
        var source = Path.Combine(folder.Path, "lesson.dib");
        await File.WriteAllTextAsync(source, "#!markdown\n\n# Text\n\n#!csharp\n\n1 + 1\n\n#!html\n\n<b>shown</b>\n");

        var result = await new NotebookRunner(source, folder.Target, new RunOptions(), new Progress<RunStep>()).RunAsync(default);

        Assert.Equal(RunStatus.Succeeded, result.Status);
        Assert.Equal("2", ((ResultOutput)folder.Executed.Cells[1].Outputs.Single()).Data.Text(MimeBundle.Plain));
        Assert.Equal("<b>shown</b>", ((DisplayOutput)folder.Executed.Cells[2].Outputs.Single()).Data.Text(MimeBundle.Html));
    }

    [Theory]
    [InlineData("python3", "Python 3", "python", "is written for the kernel Python 3.")]
    [InlineData(".net-fsharp", ".NET (F#)", "F#", "is written for the kernel .NET (F#).")]
    public async Task Run_ANotebookOfAnotherLanguage_NamesItsKernel(string name, string title, string language, string problem)
    {
        using var folder = new NotebookFolder();
        var kernel = new System.Text.Json.Nodes.JsonObject { ["name"] = name, ["display_name"] = title, ["language"] = language };
        NotebookWriter.Write(new Notebook([Code("a", "print(1)")]) { Metadata = new() { ["kernelspec"] = kernel } }, folder.Source);

        Assert.Contains(problem, (await Assert.ThrowsAsync<NotebookException>(() => folder.RunAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ANotebook_SavesOutputsCountsAndTimesAndLeavesTheSource()
    {
        using var folder = new NotebookFolder(
            new Cell(CellKind.Markdown, "m", "# Title"),
            Code("a", "var x = 20;\nConsole.WriteLine(\"one\"); Console.WriteLine(\"two\");"),
            Code("blank", "  \n") with { Outputs = [new StreamOutput("stdout", "old")], ExecutionCount = 9 },
            Code("skipped", "throw new Exception();", "skip-execution") with { Outputs = [new StreamOutput("stdout", "old")] },
            Code("b", "x + 1"));
        var before = await File.ReadAllTextAsync(folder.Source);

        var result = await folder.RunAsync();

        Assert.Equal(RunStatus.Succeeded, result.Status);
        var cells = folder.Executed.Cells;
        Assert.Equal([new StreamOutput("stdout", "one\ntwo\n")], cells[1].Outputs);
        Assert.Equal([null, 1, null, null, 2], cells.Select(cell => cell.ExecutionCount));
        Assert.Empty(cells[2].Outputs);
        Assert.Empty(cells[3].Outputs);
        var value = Assert.IsType<ResultOutput>(Assert.Single(cells[4].Outputs));
        Assert.Equal(("21", 2), (value.Data.Text(MimeBundle.Plain), value.ExecutionCount));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", (string?)cells[1].Metadata["execution"]!["iopub.status.idle"]);
        Assert.Equal(before, await File.ReadAllTextAsync(folder.Source));
    }

    [Fact]
    public async Task Run_InTheNotebooksFolder_FindsItsFiles()
    {
        using var folder = new NotebookFolder(Code("a", "System.IO.File.ReadAllText(\"data.txt\")"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "data.txt"), "found");

        await folder.RunAsync();

        Assert.Equal("found", ((ResultOutput)folder.Executed.Cells[0].Outputs[0]).Data.Text(MimeBundle.Plain));
    }

    [Fact]
    public async Task Run_AFailingCell_StopsThereWithTheOutputsSoFarSaved()
    {
        using var folder = new NotebookFolder(
            Code("a", "Console.WriteLine(\"before\");"),
            Code("b", "Console.WriteLine(\"half\");\nthrow new Exception(\"no noise\");"),
            Code("c", "Console.WriteLine(\"never\");"));

        var result = await folder.RunAsync();

        Assert.Equal(RunStatus.Failed, result.Status);
        var failure = Assert.Single(result.Failures);
        Assert.Equal((2, "throw new Exception(\"no noise\");"), (failure.Cell, failure.SourceLine));
        Assert.StartsWith(
            "lesson, cell 2, line 2: throw new Exception(\"no noise\");\nSystem.Exception: no noise\n   at Cell 2, line 2",
            failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("half\n", folder.Text(1));
        Assert.Equal("System.Exception", Assert.IsType<ErrorOutput>(folder.Executed.Cells[1].Outputs[1]).Name);
        Assert.Empty(folder.Executed.Cells[2].Outputs);
    }

    [Fact]
    public async Task Run_WhileItGoes_HasSavedEveryFinishedCell()
    {
        using var folder = new NotebookFolder(Code("a", "Console.WriteLine(\"first\");"), Code("b", "1"));
        var seen = "";

        await folder.RunAsync(progress: step =>
        {
            if (step.Done == 1)
                seen = folder.Text(0);
        });

        Assert.Equal("first\n", seen);
    }

    [Fact]
    public async Task Run_AnExpectedException_GoesOn()
    {
        using var folder = new NotebookFolder(
            Code("a", "throw new Exception(\"as it should\");", "raises-exception"), Code("b", "Console.WriteLine(\"on\");"));

        Assert.Equal(RunStatus.Succeeded, (await folder.RunAsync()).Status);
        Assert.Equal("on\n", folder.Text(1));
    }

    [Fact]
    public async Task Run_WithErrorsAllowed_GoesOnAndStillFails()
    {
        using var folder = new NotebookFolder(Code("a", "nowhere"), Code("b", "Console.WriteLine(\"on\");"));

        var result = await folder.RunAsync(new RunOptions { AllowErrors = true });

        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Equal("on\n", folder.Text(1));
    }

    [Theory]
    [InlineData("while (true) ;")]
    [InlineData("await Task.Delay(-1);")]
    public async Task Run_ACellBeyondItsTime_IsStoppedAndNamed(string code)
    {
        using var folder = new NotebookFolder(Code("a", code), Code("b", "1"));

        var result = await folder.RunAsync(new RunOptions { CellTimeout = TimeSpan.FromSeconds(4) });

        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Contains("did not finish within 4 s", result.Failures[0].Error.Value, StringComparison.Ordinal);
        Assert.Equal("CellTimeout", Assert.IsType<ErrorOutput>(folder.Executed.Cells[0].Outputs[0]).Name);
    }

    [Fact]
    public async Task Run_ACellThatKillsTheSession_FailsEvenWhereErrorsAreAllowed()
    {
        using var folder = new NotebookFolder(
            Code("a", "Console.WriteLine(\"last words\"); Environment.FailFast(\"on purpose\");", "raises-exception"),
            Code("b", "Console.WriteLine(\"never\");"));

        var result = await folder.RunAsync(new RunOptions { AllowErrors = true });

        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Contains("SIGABRT", result.Failures[0].Error.Value, StringComparison.Ordinal);
        Assert.Equal("last words\n", folder.Text(0, StreamOutput.Out));
        Assert.Contains("on purpose", folder.Text(0, StreamOutput.Error), StringComparison.Ordinal);
        Assert.Empty(folder.Executed.Cells[1].Outputs);
    }

    [Fact]
    public async Task Run_Interrupted_SavesWhatTheCellHadSaid()
    {
        using var folder = new NotebookFolder(
            Code("a", "1"), Code("b", "Console.WriteLine(\"half\"); System.IO.File.WriteAllText(\"said\", \"\"); while (true) ;"));
        using var stop = new CancellationTokenSource();

        var run = folder.RunAsync(cancellation: stop.Token);
        while (!File.Exists(Path.Combine(folder.Path, "said")) && !run.IsCompleted)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        Assert.Equal(RunStatus.Interrupted, (await run).Status);
        Assert.Equal("half\n", folder.Text(1));
    }

    [Fact]
    public async Task Run_UpdatesAndClearing_LeaveTheLastState()
    {
        using var folder = new NotebookFolder(
            Code("a", "var h = display(\"old\"); Console.WriteLine(\"kept\");"),
            Code("b", "Console.WriteLine(\"gone\"); clear_output(); Console.WriteLine(\"stays\"); clear_output(wait: true);"),
            Code("c", "Console.WriteLine(\"gone\"); clear_output(wait: true); Console.WriteLine(\"next\"); h.Update(\"new\");"));

        await folder.RunAsync();

        Assert.Equal("new", ((DisplayOutput)folder.Executed.Cells[0].Outputs[0]).Data.Text(MimeBundle.Plain));
        Assert.Equal(["kept\n", "stays\n", "next\n"], [folder.Text(0), folder.Text(1), folder.Text(2)]);
    }

    [Fact]
    public async Task Run_WithParameters_PutsThemAfterTheirCell()
    {
        using var folder = new NotebookFolder(
            Code("p", "var steps = 500;\nfloat rate = 0.1f; var name = \"roll\"; bool quick = false;", "parameters"),
            Code("a", "Console.WriteLine($\"{steps} {rate} {name} {quick}\");"));

        await folder.RunAsync(new RunOptions
        {
            Parameters = [new("steps", "20"), new("rate", "0.5"), new("name", "s \"curve\""), new("quick", "True")],
        });

        var injected = folder.Executed.Cells[1];
        Assert.True(injected.HasTag("injected-parameters"));
        Assert.Equal("steps = 20;\nrate = 0.5f;\nname = \"s \\\"curve\\\"\";\nquick = true;", injected.Source);
        Assert.Equal("20 0.5 s \"curve\" True\n", folder.Text(2));
    }

    [Fact]
    public async Task Run_AnExecutedCopy_IsRefused()
    {
        using var folder = new NotebookFolder(Code("a", "1"));
        var runner = new NotebookRunner(folder.Source, folder.Source, new RunOptions(), new Progress<RunStep>());

        await Assert.ThrowsAsync<NotebookException>(() => runner.RunAsync(default));
    }
}
