using Workbook.Base;

namespace Workbook.Setup;

/// <summary>Lets one command at a time change <c>artifacts</c>; the system frees it when its holder dies.</summary>
internal sealed class SetupLock : IDisposable
{
    private readonly FileStream _file;

    private SetupLock(FileStream file) => _file = file;

    public static async Task<SetupLock> TakeAsync(Repository repository, StepLog log, CancellationToken cancellation)
    {
        Directory.CreateDirectory(repository.Artifacts);
        var path = Path.Combine(repository.Artifacts, ".setup.lock");
        for (var said = false; ; said = true)
        {
            try
            {
                return new SetupLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                if (!said)
                    log.Say("Another workbook command is setting up; waiting for it ...");
                await Task.Delay(200, cancellation);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
