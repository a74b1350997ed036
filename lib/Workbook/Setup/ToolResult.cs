namespace Workbook.Setup;

/// <summary>How a program ended and what it said.</summary>
/// <param name="ExitCode">Zero where all went well.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last <paramref name="lines"/> lines of both streams: where a failing program says why.</summary>
    public string Tail(int lines = 15) => string.Join(
        '\n',
        (Output + "\n" + Error).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(lines).Select(line => line.TrimEnd()));
}
