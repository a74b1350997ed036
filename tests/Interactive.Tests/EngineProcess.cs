using System.Diagnostics;
using System.Text.Json;
using Notebooks.Tests;
using Workbook.Base;
using Workbook.Documents;
using Workbook.Sessions.Running;

namespace Interactive.Tests;

/// <summary>Runs a notebook of the project in a process that has .NET Interactive's engine and nothing else to do.</summary>
internal static class EngineProcess
{
    public const string Verb = "--notebook";

    private static readonly Repository Project = Repository.Find(AppContext.BaseDirectory);

    /// <summary>The notebooks by their paths below <c>notebooks</c>, without their ending.</summary>
    public static IEnumerable<string> Names => Directory
        .EnumerateFiles(Project.Notebooks, "*.ipynb", SearchOption.AllDirectories)
        .Where(path => !path.Contains(".ipynb_checkpoints", StringComparison.Ordinal))
        .Select(path => Path.ChangeExtension(Path.GetRelativePath(Project.Notebooks, path), null).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>The notebook's file.</summary>
    public static string Source(string name) => Path.Combine(Project.Notebooks, name + ".ipynb");

    /// <summary>Starts this program again for one notebook and waits for its report.</summary>
    public static async Task<EngineRun> RunAsync(string name, CancellationToken cancellation)
    {
        var report = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!)
            {
                WorkingDirectory = Path.GetDirectoryName(Source(name)),
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var argument in Arguments(name, report))
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            try
            {
                await process.WaitForExitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
            Assert.True(process.ExitCode == 0, $"The engine ended with {process.ExitCode}.\n{string.Join('\n', await texts)}");
            return JsonSerializer.Deserialize<EngineRun>(await File.ReadAllTextAsync(report, cancellation))!;
        }
        finally
        {
            File.Delete(report);
        }
    }

    /// <summary>What the process started above does.</summary>
    public static async Task<int> ServeAsync(string name, string report)
    {
        var notebook = ParameterCell.Inject(NotebookFile.Read(Source(name)), ShortRuns.For(name), name);
        using var engine = new Engine();
        var cells = new List<CellRecord>();
        var clock = Stopwatch.StartNew();
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source)))
        {
            cells.Add(await engine.RunAsync(cell.Id, cell.Source));
            if (cells[^1].Error is not null)
                break;
        }
        using var process = Process.GetCurrentProcess();
        var run = new EngineRun(cells, process.PeakWorkingSet64 >> 20, clock.Elapsed.TotalSeconds);
        await File.WriteAllTextAsync(report, JsonSerializer.Serialize(run));
        return 0;
    }

    // `dotnet Interactive.Tests.dll` wants the library's name again; its own executable does not.
    private static string[] Arguments(string name, string report)
    {
        string[] own = [Verb, name, report];
        return Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(EngineProcess).Assembly.Location, .. own] : own;
    }
}
