namespace Workbook.Base;

/// <summary>What the program tells the script that called it.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A notebook, a test or a build failed.</summary>
    public const int Failure = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;

    /// <summary>Something that set-up needs is missing and could not be installed.</summary>
    public const int NotSetUp = 3;

    /// <summary>Interrupted with Ctrl+C.</summary>
    public const int Interrupted = 130;
}
