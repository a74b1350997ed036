using System.Diagnostics;
using System.Text;

namespace Diffusion.Recipes.Tests;

/// <summary>The program <c>recipes</c> in a process of its own, as a reader runs it.</summary>
internal sealed class RecipesRun : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "recipes.dll");

    private readonly Process _process;
    private readonly Lock _saying = new();
    private readonly StringBuilder _said = new();
    private readonly Task _output;
    private readonly Task<string> _errors;

    public RecipesRun(params string[] arguments)
        : this(null, arguments)
    {
    }

    private RecipesRun(string? folder, string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        })!;
        (_output, _errors) = (Listen(), _process.StandardError.ReadToEndAsync());
    }

    public bool HasExited => _process.HasExited;

    public static Task<(int ExitCode, string Output, string Errors)> ToEnd(params string[] arguments) => ToEndIn(null, arguments);

    /// <summary>Runs it with a folder as the current one.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> ToEndIn(string? folder, params string[] arguments)
    {
        using var run = new RecipesRun(folder, arguments);
        return await run.Finish();
    }

    public async Task<(int ExitCode, string Output, string Errors)> Finish()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _output;
        return (_process.ExitCode, Said(), await _errors);
    }

    /// <summary>Waits until it has said something.</summary>
    public async Task Says(string words)
    {
        while (!Said().Contains(words, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited, $"It ended before it said '{words}'.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public void Kill() => _process.Kill();

    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private string Said()
    {
        lock (_saying) return _said.ToString();
    }

    private async Task Listen()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_saying) _said.Append(line).Append('\n');
        }
    }
}
