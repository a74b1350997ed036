using Workbook.Sessions;

namespace Workbook.Tests.Sessions;

/// <summary>One live session in a folder of its own, for tests that leave it usable.</summary>
public sealed class SharedSession : IAsyncLifetime
{
    private Session? _session;

    internal Session Session => _session!;

    internal string Folder { get; } = Directory.CreateTempSubdirectory("workbook-session-").FullName;

    public async ValueTask InitializeAsync() => _session = await Session.StartAsync(
        new SessionOptions(Folder) { QueryTimeout = TimeSpan.FromMinutes(2) });

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    internal Task<CellRun> Run(string code, string? name = null) =>
        CellRun.Of(Session, code, name, TestContext.Current.CancellationToken);
}
