namespace Workbook.Setup;

/// <summary>Set-up cannot go on; the message says what is missing and what to type.</summary>
internal sealed class SetupException(string message, int exitCode = ExitCode.NotSetUp) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
