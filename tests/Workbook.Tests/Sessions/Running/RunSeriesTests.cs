using Workbook.Base;
using Workbook.Documents;
using Workbook.Sessions.Running;
using static Workbook.Tests.Sessions.Running.NotebookFolder;

namespace Workbook.Tests.Sessions.Running;

public class RunSeriesTests
{
    [Fact]
    public async Task Run_OnlyChanged_RepeatsWhatWouldDiffer()
    {
        using var folder = new NotebookFolder(Code("p", "var n = 1;", "parameters"));
        var library = Path.Combine(folder.Path, "lib");
        Directory.CreateDirectory(library);
        var dll = Path.Combine(library, "Diffusion.dll");
        await File.WriteAllTextAsync(dll, "one");

        Assert.False(await Skips(folder, library));
        Assert.True(await Skips(folder, library));
        Assert.False(await Skips(folder, library, new Parameter("n", "2")));
        Assert.True(await Skips(folder, library, new Parameter("n", "2")));
        await File.WriteAllTextAsync(dll, "two");
        Assert.False(await Skips(folder, library, new Parameter("n", "2")));
        NotebookWriter.Write(new Notebook([Code("p", "var n = 5;", "parameters")]), folder.Source);
        Assert.False(await Skips(folder, library, new Parameter("n", "2")));
    }

    [Fact]
    public async Task Run_OnlyChangedAfterAFailure_RunsAgain()
    {
        using var folder = new NotebookFolder(Code("a", "throw new Exception();"));

        Assert.False(await Skips(folder, folder.Path));
        Assert.False(await Skips(folder, folder.Path));
    }

    [Fact]
    public async Task Run_AFailingNotebook_TellsCellLineAndExceptionAndRunsTheNext()
    {
        using var bad = new NotebookFolder(Code("a", "var x = 1;\nthrow new Exception(\"no noise\");"));
        using var good = new NotebookFolder(Code("a", "1"));
        var error = new StringWriter();

        var status = await new RunSeries("none", new RunOptions(), false, error).RunAsync(
            [new RunPlan(bad.Source, bad.Target), new RunPlan(good.Source, good.Target)], default);

        Assert.Equal(RunStatus.Failed, status);
        Assert.Contains("lesson, cell 1, line 2: throw new Exception(\"no noise\");", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("System.Exception: no noise", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, good.Executed.Cells[0].ExecutionCount);
    }

    [Fact]
    public async Task Run_ANotebookAgainstTheFormat_TellsWhatWasMended()
    {
        using var folder = new NotebookFolder();
        await File.WriteAllTextAsync(folder.Source, """
            {"nbformat": 4, "cells": [{"cell_type": "code", "source": ["1 +", " 1"], "outputs": null}, {"cell_type": "markdown", "source": "x", "outputs": []}]}
            """);
        var error = new StringWriter();

        var status = await new RunSeries("none", new RunOptions(), false, error).RunAsync([new RunPlan(folder.Source, folder.Target)], default);

        Assert.Equal(RunStatus.Succeeded, status);
        Assert.Contains("lesson: cell 1: 'outputs' is missing: the cell is read without." + Environment.NewLine, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("lesson: cell 2: a cell that is not code has 'outputs': it is left out." + Environment.NewLine, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("2", ((ResultOutput)folder.Executed.Cells[0].Outputs.Single()).Data.Text(MimeBundle.Plain));
        Assert.Empty(folder.Executed.Mendings);
    }

    [Theory]
    [InlineData("{ broken", "n")]
    [InlineData(null, "unknown")]
    public async Task Run_ThatFailsBeforeItsFirstCell_LeavesNoFormerResult(string? source, string parameter)
    {
        using var folder = new NotebookFolder(Code("p", "var n = 1;", "parameters"));
        Assert.False(await Skips(folder, "none"));
        Assert.True(File.Exists(folder.Target));
        if (source is not null)
            await File.WriteAllTextAsync(folder.Source, source);

        await Assert.ThrowsAnyAsync<Exception>(() => Skips(folder, "none", new Parameter(parameter, "2")));

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(folder.Target)!));
    }

    [Fact]
    public async Task Run_AnExecutedCopy_LeavesIt()
    {
        using var folder = new NotebookFolder(Code("a", "1"));

        await Assert.ThrowsAsync<NotebookException>(() => new RunSeries("none", new RunOptions(), false, TextWriter.Null)
            .RunAsync([new RunPlan(folder.Source, folder.Source)], default));

        Assert.True(File.Exists(folder.Source));
    }

    [Fact]
    public async Task Run_ANotebookThatTheBookLacks_TellsWhereItsResultsAre()
    {
        using var folder = new NotebookFolder(Code("a", "1"));
        var error = new StringWriter();
        var plan = new RunPlan(folder.Source, folder.Target) { IsInBook = false };

        await new RunSeries("none", new RunOptions(), true, error).RunAsync([plan], default);

        Assert.Contains($"lesson: its results are in {folder.Target}{Environment.NewLine}", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_Notebooks_KeepTheirFolderInTheCopies()
    {
        using var folder = new NotebookFolder();
        var repository = new Repository(folder.Path);
        var solutions = Path.Combine(repository.Notebooks, "solutions");
        foreach (var file in new[] { "02-b.ipynb", "01-a.ipynb", "solutions/01-a.ipynb" })
            NotebookWriter.Write(new Notebook([]), Path.Combine(repository.Notebooks, file));

        Assert.Equal(["01-a.ipynb", "02-b.ipynb"],
            RunPlan.Create(repository, []).Select(plan => Path.GetRelativePath(repository.Runs, plan.Target)));
        var named = RunPlan.Create(repository, [Path.Combine(solutions, "01-a.ipynb"), folder.Source]);
        Assert.Equal([Path.Combine("solutions", "01-a.ipynb"), Path.Combine("elsewhere", "lesson.ipynb")],
            named.Select(plan => Path.GetRelativePath(repository.Runs, plan.Target)));
        Assert.Equal([true, false], named.Select(plan => plan.IsInBook));
        Assert.Throws<NotebookException>(() => RunPlan.Create(repository, ["none.ipynb"]));
        Assert.Throws<NotebookException>(() => RunPlan.Create(repository, [folder.Source, folder.Source]));
    }

    [Theory]
    [InlineData("mine/01-a.ipynb", "elsewhere/01-a.ipynb")]
    [InlineData("mine/01-a.dib", "elsewhere/01-a.dib.ipynb")]
    [InlineData("notebooks/01-a.dib", "01-a.dib.ipynb")]
    [InlineData("notebooks/..hidden/01-a.ipynb", "..hidden/01-a.ipynb")]
    public void Plan_WhatIsNoPageOfTheBook_LeavesThePagesResultsAlone(string notebook, string copy)
    {
        using var folder = new NotebookFolder();
        var repository = new Repository(folder.Path);
        var source = Path.Combine(folder.Path, notebook);
        Directory.CreateDirectory(Path.GetDirectoryName(source)!);
        File.WriteAllText(source, "");

        var plan = Assert.Single(RunPlan.Create(repository, [source]));

        Assert.Equal(Path.Combine(repository.Runs, copy), plan.Target);
    }

    private static async Task<bool> Skips(NotebookFolder folder, string library, params Parameter[] parameters)
    {
        var error = new StringWriter();
        await new RunSeries(library, new RunOptions { Parameters = parameters }, true, error)
            .RunAsync([new RunPlan(folder.Source, folder.Target)], default);
        return error.ToString().Contains("unchanged", StringComparison.Ordinal);
    }
}
