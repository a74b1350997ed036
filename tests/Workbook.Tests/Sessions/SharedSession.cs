using Workbook.Sessions;

namespace Workbook.Tests.Sessions;

/// <summary>One live session in a folder of its own, for tests that leave it usable.</summary>
public sealed class SharedSession : IAsyncLifetime
{
    // Nothing here is to depend on how busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private Session? _session;

    internal Session Session => _session!;

    internal string Folder { get; } = Directory.CreateTempSubdirectory("workbook-session-").FullName;

    public async ValueTask InitializeAsync() => _session = await Session.StartAsync(
        new SessionOptions(Folder) { StartTimeout = Patience, InterruptTimeout = Patience, QueryTimeout = Patience });

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    internal Task<CellRun> Run(string code, string? name = null) =>
        CellRun.Of(Session, code, name, TestContext.Current.CancellationToken);
}
