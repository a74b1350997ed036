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
}
