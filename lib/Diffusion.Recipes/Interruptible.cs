using System.Runtime.InteropServices;

namespace Diffusion.Recipes;

/// <summary>Runs a long job so that Ctrl-C or a request to end lets it save what it has.</summary>
internal static class Interruptible
{
    /// <param name="job">Throws when it was cancelled, after it has saved.</param>
    /// <param name="advice">Told after an interruption: how to go on.</param>
    public static int Run(Action<CancellationToken> job, string advice)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;                                 // the job ends the process when it has saved
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            job(stop.Token);
            return RecipeExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"Stopped. {advice}");
            return RecipeExitCode.Interrupted;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or InvalidOperationException
            or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine(problem.Message);
            return RecipeExitCode.Failure;
        }
    }
}

/// <summary>What the program tells whoever called it.</summary>
internal static class RecipeExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int Interrupted = 130;                            // as shells have it: 128 and SIGINT's number
}
