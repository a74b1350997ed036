using Workbook.Base;
using Workbook.Sessions;
using Workbook.Tests.Sessions;

namespace Notebooks.Tests.Sessions;

/// <summary>A session in which the published TorchSharp is named and its names are imported.</summary>
public sealed class TensorSession : IAsyncLifetime
{
    private Session? _session;

    internal Session Session => _session!;

    public async ValueTask InitializeAsync()
    {
        var project = Repository.Find(AppContext.BaseDirectory);
        _session = await Session.StartAsync(new SessionOptions(project.Notebooks), TestContext.Current.CancellationToken);
        var first = await RunAsync("#r \"../artifacts/lib/TorchSharp.dll\"\nusing TorchSharp;\nusing static TorchSharp.torch;\nusing static TorchSharp.torch.nn;");
        Assert.Equal(Workbook.Sessions.Protocol.CellStatus.Succeeded, first.Status);
    }

    public ValueTask DisposeAsync() => _session?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal Task<CellRun> RunAsync(string code) => CellRun.Of(Session, code, null, TestContext.Current.CancellationToken);
}
