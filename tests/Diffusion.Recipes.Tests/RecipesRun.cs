using System.Diagnostics;

namespace Diffusion.Recipes.Tests;

/// <summary>The program <c>recipes</c> in a process of its own, as a reader runs it.</summary>
internal sealed class RecipesRun : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "recipes.dll");

    private readonly Process process;
    private readonly Task<string> output, errors;

    public RecipesRun(params string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public bool HasExited => process.HasExited;

    public static async Task<(int ExitCode, string Output, string Errors)> ToEnd(params string[] arguments)
    {
        using var run = new RecipesRun(arguments);
        return await run.Finish();
    }

    public async Task<(int ExitCode, string Output, string Errors)> Finish()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    public void Kill() => process.Kill();

    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
