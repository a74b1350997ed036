namespace Workbook.Jupyter;

/// <summary>Notices when the program that started the kernel is gone without having said so.</summary>
internal static class ParentWatch
{
    // Jupyter sets it for the kernels that are to end with it. VS Code sets nothing.
    private const string Variable = "JPY_PARENT_PID";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Who means a kernel to stay (Jupyter, told to keep its kernels; a reader who types setsid) gives it a session of its own.
    private static bool IsMeantToStay => Environment.GetEnvironmentVariable(Variable) is null && Posix.LeadsSession;

    /// <summary>Returns when the parent is gone; never where there is none to watch.</summary>
    public static async Task WaitAsync(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || IsMeantToStay)
            await Task.Delay(Timeout.Infinite, cancellation);
        // The system gives an orphan another parent.
        var parent = Posix.ParentId();
        while (Posix.ParentId() == parent)
            await Task.Delay(Pause, cancellation);
    }
}
