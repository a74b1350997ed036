using Workbook.Commands;
using Workbook.Setup;
using Workbook.Tests.Setup;

namespace Workbook.Tests.Commands;

public sealed class TestCommandTests : IDisposable
{
    private readonly TemporaryTree _tree = new();
    private readonly RecordedLog _log = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Build_WhileAnotherCommandSetsUp_WaitsForIt()
    {
        using var held = await SetupLock.TakeAsync(_tree.Repository, _log.Log, TestContext.Current.CancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromMinutes(1));
        var build = TestCommand.BuildAsync(_tree.Repository, _tree.Machine(), _log.Log, [], stop.Token);

        while (!_log.Text.Contains("waiting for it", StringComparison.Ordinal) && !build.IsCompleted)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.False(build.IsCompleted);
        Assert.DoesNotContain("Building", _log.Text, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build);
    }
}
