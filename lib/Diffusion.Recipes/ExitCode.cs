namespace Diffusion.Recipes;

/// <summary>What the program tells whoever called it.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int Interrupted = 130;                            // as shells have it: 128 and SIGINT's number
}
