using System.Diagnostics;
using System.Text;

namespace Diffusion.Recipes.Tests;

/// <summary>The program <c>recipes</c> in a process of its own, as a reader runs it.</summary>
internal sealed class RecipesRun : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "recipes.dll");

    private readonly Process process;
    private readonly Lock saying = new();
    private readonly StringBuilder said = new();
    private readonly Task output;
    private readonly Task<string> errors;

    public RecipesRun(params string[] arguments)
        : this(null, arguments)
    {
    }

    private RecipesRun(string? folder, string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        })!;
        (output, errors) = (Listen(), process.StandardError.ReadToEndAsync());
    }

    public bool HasExited => process.HasExited;

    public static Task<(int ExitCode, string Output, string Errors)> ToEnd(params string[] arguments) => ToEndIn(null, arguments);

    /// <summary>Runs it with a folder as the current one.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> ToEndIn(string? folder, params string[] arguments)
    {
        using var run = new RecipesRun(folder, arguments);
        return await run.Finish();
    }

    public async Task<(int ExitCode, string Output, string Errors)> Finish()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        return (process.ExitCode, Said(), await errors);
    }

    /// <summary>Waits until it has said something.</summary>
    public async Task Says(string words)
    {
        while (!Said().Contains(words, StringComparison.Ordinal))
        {
            Assert.False(process.HasExited, $"It ended before it said '{words}'.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
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

    private string Said()
    {
        lock (saying) return said.ToString();
    }

    private async Task Listen()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (saying) said.Append(line).Append('\n');
        }
    }
}
