namespace Workbook.Base;

/// <summary>A failure that was foreseen: its message is for the reader, and says what is wrong and what to do.</summary>
/// <param name="message">What to tell.</param>
/// <param name="exitCode">What the program then tells the script that called it.</param>
/// <param name="inner">What brought it about.</param>
internal abstract class ForeseenException(string message, int exitCode = ExitCode.Failure, Exception? inner = null)
    : Exception(message, inner)
{
    public int Code { get; } = exitCode;
}

/// <summary>Something that the workbook stands on is missing, or not as it must be; the message says what to type.</summary>
internal sealed class SetupException(string message, int exitCode = ExitCode.NotSetUp) : ForeseenException(message, exitCode);
