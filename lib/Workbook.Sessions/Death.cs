using System.Diagnostics;

namespace Workbook.Sessions;

/// <summary>Says how a session's process ended, in words.</summary>
internal static class Death
{
    /// <summary>The error's name in a notebook, as Jupyter's clients call it.</summary>
    public const string Name = "DeadKernel";

    private const int SignalBase = 128;

    // How .NET begins, and how the C++ runtime does.
    private const string FailFast = "Process terminated.";
    private const string Uncaught = "terminate called";

    /// <summary>What to tell the reader whose cell took the process with it.</summary>
    /// <param name="process">The process, which has exited.</param>
    /// <param name="killedBecause">Why this program ended it; null where it did not.</param>
    /// <param name="interrupted">Whether it was being interrupted.</param>
    /// <param name="said">The last that it wrote to its standard error.</param>
    public static string Describe(Process process, string? killedBecause, bool interrupted, string said)
    {
        var how = killedBecause ?? (process.HasExited ? Cause(process.ExitCode, said) : "It no longer answers");
        if (interrupted && killedBecause is null)
            how = $"It did not survive being interrupted in the middle of library code. {how}";
        return $"The session's process died. {how}. All its variables are lost: restart, then run from the top.";
    }

    private static string Cause(int code, string said) => code switch
    {
        SignalBase + 4 => "It met an illegal instruction (SIGILL)",
        SignalBase + 6 => $"It gave up (SIGABRT): {LastWords(said)}",
        SignalBase + 8 => "It divided by zero in native code (SIGFPE)",
        SignalBase + 7 or SignalBase + 11 => "It touched memory that is not its own (SIGSEGV), as a faulty native call does",
        SignalBase + 9 => "It was killed (SIGKILL): by someone, or by the system because memory ran out",
        SignalBase + 15 => "It was asked to end (SIGTERM)",
        >= 0 and < SignalBase => $"A cell ended it (exit code {code})",
        _ => $"It ended with exit code {code}",
    };

    // The runtime's own headings.
    private static string LastWords(string said) => said switch
    {
        _ when said.Contains("Stack overflow", StringComparison.Ordinal) => "a stack overflow, as of a function that calls itself for ever",
        _ when said.Contains("AccessViolationException", StringComparison.Ordinal) => "it touched memory that is not its own, as a faulty native call does",
        _ when said.Contains("Unhandled exception", StringComparison.Ordinal) => $"an exception on another thread, which nothing caught: {After(said, "Unhandled exception.")}",
        _ when said.Contains(FailFast, StringComparison.Ordinal) => $"a fail-fast, that is, code that would not go on: {After(said, FailFast)}",
        _ when said.Contains(Uncaught, StringComparison.Ordinal) => $"an exception of native code, which nothing caught: {After(said, "what():")}",
        _ when said.Length > 0 => $"it said last: {said.Split('\n')[^1].Trim()}",
        _ => "a fail-fast or native code that found itself at fault, without a word",
    };

    // The line that follows the heading: an exception's name and message.
    private static string After(string said, string heading) =>
        said[(said.LastIndexOf(heading, StringComparison.Ordinal) is var start and >= 0 ? start + heading.Length : 0)..].Trim().Split('\n')[0].Trim();
}
