using Workbook.Sessions.Protocol;

namespace Workbook.Tests.Sessions;

public class SessionErrorTests(SharedSession shared) : IClassFixture<SharedSession>
{
    [Fact]
    public async Task Execute_AThrowingCell_NamesCellLineAndSourceWithoutHostFrames()
    {
        var run = await shared.Run("var before = 1;\n\nthrow new InvalidOperationException(\"no noise\");", "Cell 7");

        Assert.Equal(CellStatus.Failed, run.Status);
        Assert.Equal(("System.InvalidOperationException", "no noise", 3), (run.Error.Name, run.Error.Value, run.Error.Line));
        Assert.Equal(
            [
                "System.InvalidOperationException: no noise",
                "   at Cell 7, line 3",
                "       3 | throw new InvalidOperationException(\"no noise\");",
            ],
            run.Error.Traceback);
    }

    [Fact]
    public async Task Execute_AThrowInAnEarlierCellsMethod_NamesBothCells()
    {
        await shared.Run("int Step(int t)\n{\n    return 1 / t;\n}", "Cell 1");

        var run = await shared.Run("var t = 0;\nvar value = new[] { t }.Select(x => Step(x)).Sum();", "Cell 2");

        Assert.Equal("System.DivideByZeroException", run.Error.Name);
        Assert.Contains("at Step in Cell 1, line 3", run.Traceback, StringComparison.Ordinal);
        Assert.Contains("at Cell 2, line 2", run.Traceback, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.Line);
        Assert.DoesNotContain("Workbook", run.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_AnExceptionAfterAnAwait_NamesTheLine()
    {
        var run = await shared.Run("await Task.Delay(1);\nasync Task Fit()\n{\n    await Task.Yield();\n    throw new Exception(\"late\", new ArgumentException(\"why\"));\n}\nawait Fit();", "Cell 3");

        Assert.Contains("at Fit in Cell 3, line 5", run.Traceback, StringComparison.Ordinal);
        Assert.Contains("at Cell 3, line 7", run.Traceback, StringComparison.Ordinal);
        Assert.Contains("caused by\nSystem.ArgumentException: why", run.Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("System.Runtime", run.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_AfterAFailure_KeepsWhatTheCellHadSet()
    {
        await shared.Run("var kept = 5; throw new Exception();");

        Assert.Equal("5", (await shared.Run("kept")).Plain);
    }

    [Fact]
    public async Task Execute_CodeThatDoesNotCompile_ShowsPlaceAndSource()
    {
        var run = await shared.Run("var a = 1;\nvar b = nowhere + a;", "Cell 4");

        Assert.Equal(CellStatus.Failed, run.Status);
        Assert.Equal(("CompilationError", 2), (run.Error.Name, run.Error.Line));
        Assert.Equal(
            [
                "Cell 4, line 2, column 9: error CS0103: The name 'nowhere' does not exist in the current context",
                "    var b = nowhere + a;",
                "            ^^^^^^^",
            ],
            run.Error.Traceback);
        Assert.Equal(CellStatus.Failed, (await shared.Run("b")).Status);
    }

    [Fact]
    public async Task Execute_AResultThatCannotBeShown_IsTheCellsError()
    {
        var run = await shared.Run("display(\"not json\", \"application/json\");");

        Assert.Equal("System.FormatException", run.Error.Name);
        Assert.Contains("is no JSON", run.Error.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#r \"../artifacts/lib/None.dll\"", "../artifacts/lib/None.dll", "./workbook setup")]
    [InlineData("#load \"none.csx\"", "none.csx", "")]
    public async Task Execute_AMissingFile_IsNamedWithARemedy(string code, string file, string remedy)
    {
        var run = await shared.Run(code);

        Assert.Equal(CellStatus.Failed, run.Status);
        Assert.Contains(file, run.Traceback, StringComparison.Ordinal);
        Assert.Contains(remedy, run.Traceback, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Line);
    }

    [Theory]
    [InlineData("using var text = new System.IO.StringReader(\"a\");", "write it without `using`")]
    [InlineData("using System.IO.StringReader text = new(\"a\");", "write it without `using`")]
    [InlineData("namespace Mine { class Net; }", "leave it out")]
    [InlineData("using Microsoft.DotNet.Interactive.Commands;", "of which there is only its Formatting here")]
    public async Task Execute_WhatACellsDialectLacks_SaysWhatToWrite(string code, string advice)
    {
        var run = await shared.Run(code);

        Assert.Equal("CompilationError", run.Error.Name);
        Assert.Contains(advice, run.Traceback, StringComparison.Ordinal);
    }
}
