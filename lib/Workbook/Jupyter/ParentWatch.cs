namespace Workbook.Jupyter;

/// <summary>Notices when the Jupyter that started the kernel is gone without having said so.</summary>
internal static class ParentWatch
{
    // Set by Jupyter for the kernels that it starts; one that was started by hand may outlive its terminal.
    private const string Variable = "JPY_PARENT_PID";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the parent is gone; never where there is none to watch.</summary>
    public static async Task WaitAsync(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable(Variable) is null)
            await Task.Delay(Timeout.Infinite, cancellation);
        // The system gives an orphan another parent.
        var parent = Posix.ParentId();
        while (Posix.ParentId() == parent)
            await Task.Delay(Pause, cancellation);
    }
}
