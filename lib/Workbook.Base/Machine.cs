using System.Diagnostics;
using System.Text;

namespace Workbook.Base;

/// <summary>The machine that the workbook runs on: its environment variables, programs and files.</summary>
/// <param name="variables">Environment variables that differ from this process's own; a null value means "not set".</param>
/// <param name="root">The folder taken as <c>/</c> when system files are looked for.</param>
internal sealed class Machine(IReadOnlyDictionary<string, string?>? variables = null, string root = "/")
{
    private readonly IReadOnlyDictionary<string, string?> _variables = variables ?? new Dictionary<string, string?>();

    /// <summary>An environment variable's value; null where it is not set or empty.</summary>
    public string? Variable(string name)
    {
        var value = _variables.TryGetValue(name, out var given) ? given : Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Whether we may change the system without asking.</summary>
    public bool IsRoot { get; init; } = Environment.IsPrivilegedProcess;

    /// <summary>A system file or folder, given from the root: <c>usr/include/torch</c>.</summary>
    public string SystemPath(string fromRoot) => Path.Combine(root, fromRoot);

    /// <summary>The .NET host that runs this program, so that a build uses the SDK that the launcher found.</summary>
    public string Dotnet
    {
        get
        {
            var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
            if (Path.GetFileName(Environment.ProcessPath) == name)
                return Environment.ProcessPath!;
            return Variable("DOTNET_ROOT") is { } folder && File.Exists(Path.Combine(folder, name))
                ? Path.Combine(folder, name)
                : Find("dotnet") ?? throw new SetupException("There is no dotnet on PATH. Start through ./workbook, which finds it.");
        }
    }

    /// <summary>Where a program lies on PATH; null where it does not.</summary>
    public string? Find(string program)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return (Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs a program to its end; cancelling ends it and whatever it started.</summary>
    /// <param name="program">A path, or a name on PATH.</param>
    /// <param name="arguments">Passed one by one; nothing is quoted or expanded.</param>
    /// <param name="folder">The working directory; null for ours.</param>
    /// <param name="onLine">Called with each line as it comes, from either stream.</param>
    /// <param name="onStart">Called with the process once it runs.</param>
    /// <param name="cancellation">Ends the program.</param>
    public async Task<ToolResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string? folder = null,
        Action<string>? onLine = null,
        Action<Process>? onStart = null,
        CancellationToken cancellation = default)
    {
        using var process = Start(program, arguments, folder);
        onStart?.Invoke(process);
        process.StandardInput.Close();
        var output = CollectAsync(process.StandardOutput, onLine);
        var error = CollectAsync(process.StandardError, onLine);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ToolResult(process.ExitCode, await output, await error);
    }

    private Process Start(string program, IEnumerable<string> arguments, string? folder)
    {
        var start = new ProcessStartInfo(Path.IsPathRooted(program) ? program : Find(program) ?? program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<string> CollectAsync(StreamReader stream, Action<string>? onLine)
    {
        var text = new StringBuilder();
        while (await stream.ReadLineAsync() is { } line)
        {
            text.AppendLine(line);
            onLine?.Invoke(line);
        }

        return text.ToString();
    }
}

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
