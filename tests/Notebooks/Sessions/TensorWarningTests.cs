using Workbook.Sessions.Protocol;

namespace Notebooks.Tests.Sessions;

/// <summary>What a cell is told that uses TorchSharp as it looks, not as it is.</summary>
public sealed class TensorWarningTests(TensorSession tensors) : IClassFixture<TensorSession>
{
    [Fact]
    public async Task Sum_OverALiteralZero_WarnsAndRuns()
    {
        var run = await tensors.RunAsync("var x = ones(2, 3);\nx.sum(0).shape.Length");

        Assert.Equal((CellStatus.Succeeded, "0"), (run.Status, run.Plain));
        var warning = Assert.Single(run.Events.OfType<WarningEvent>()).Text.Split('\n');
        Assert.Matches("^Cell \\d+, line 2, column 7: warning TORCH001: .*0L", warning[0]);
        Assert.Equal(["    x.sum(0).shape.Length", "          ^"], warning[1..]);
    }

    [Theory]
    [InlineData("ones(2, 3).sum(0x0)")]
    [InlineData("ones(2, 3).sum(/* rows */ 0 /* of x */)")]
    [InlineData("ones(2, 3).sum((1 - 1))")]
    [InlineData("const int here = 0;\nones(2, 3).sum(here)")]
    public async Task Sum_OverAZeroWrittenOtherwise_Warns(string code)
    {
        var run = await tensors.RunAsync(code);

        Assert.Equal(CellStatus.Succeeded, run.Status);
        Assert.Contains("warning TORCH001", Assert.Single(run.Events.OfType<WarningEvent>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sum_OverAZeroInALoadedFile_Warns()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.csx");
        await File.WriteAllTextAsync(file, "using static TorchSharp.torch;\nvar loaded = ones(2, 3).sum(0);", TestContext.Current.CancellationToken);
        try
        {
            var run = await tensors.RunAsync($"#load \"{file}\"");

            Assert.Equal(CellStatus.Succeeded, run.Status);
            Assert.Contains($"{Path.GetFileName(file)}, line 2", Assert.Single(run.Events.OfType<WarningEvent>()).Text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Sum_OverAConstantOfAnEarlierCell_Warns()
    {
        await tensors.RunAsync("const int rows = 0, columns = 1;");

        Assert.Contains("warning TORCH001", Assert.Single((await tensors.RunAsync("ones(2, 3).sum(rows)")).Events.OfType<WarningEvent>()).Text, StringComparison.Ordinal);
        Assert.Empty((await tensors.RunAsync("ones(2, 3).sum(columns)")).Events.OfType<WarningEvent>());
    }

    [Fact]
    public async Task Sum_OverADimension_SaysNothing()
    {
        var run = await tensors.RunAsync("var y = ones(2, 3);\ny.sum(0L).shape[0]");

        Assert.Equal("3", run.Plain);
        Assert.Empty(run.Events.OfType<WarningEvent>());
    }

    [Fact]
    public async Task GroupNorm_LeftAsItIs_Warns()
    {
        var run = await tensors.RunAsync("var norm = GroupNorm(2, 4);");

        Assert.Equal(CellStatus.Succeeded, run.Status);
        Assert.Contains("warning TORCH002", Assert.Single(run.Events.OfType<WarningEvent>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_OfShapes_BeginsWithItsMessageAndTheCellsLine()
    {
        var run = await tensors.RunAsync("var a = ones(2, 3);\nvar b = a.mm(a);");

        Assert.Matches("^System\\.Runtime\\.InteropServices\\.ExternalException: mat1 and mat2 shapes cannot be multiplied", run.Error.Traceback[0]);
        Assert.DoesNotContain('\n', run.Error.Value);
        Assert.Contains("line 2", string.Join('\n', run.Error.Traceback.TakeWhile(line => line != Workbook.Sessions.Child.Traceback.NativeHeading)), StringComparison.Ordinal);
        Assert.Contains(Workbook.Sessions.Child.Traceback.NativeHeading, run.Error.Traceback);
        Assert.Equal(2, run.Error.Line);
    }

    // TorchSharp hands this one on to nobody: the process ends by it.
    [Fact]
    public async Task Error_OfShapesInMatmul_NamesMessageCellAndLine()
    {
        var apart = new TensorSession();
        await apart.InitializeAsync();
        await using var _ = apart;

        var run = await apart.RunAsync("var a = ones(2, 3);\nvar b = a.matmul(a);");

        Assert.Equal((CellStatus.Died, 2), (run.Status, run.Error.Line));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", run.Error.Traceback[0], StringComparison.Ordinal);
        Assert.Contains("line 2", string.Join('\n', run.Error.Traceback), StringComparison.Ordinal);
    }
}
