namespace Workbook.Sessions.Child;

/// <summary>Which process the system is to end when memory runs out.</summary>
internal static class OutOfMemory
{
    private const string Score = "/proc/self/oom_score_adj";
    private const string Likely = "500"; // Of 1000: before whoever did not ask for it.

    /// <summary>This one, whose cell asked for it, rather than the kernel, the editor or the browser.</summary>
    public static void ComesHereFirst()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            File.WriteAllText(Score, Likely);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A system without /proc chooses by itself.
        }
    }
}
