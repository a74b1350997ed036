using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Workbook.Base;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook test</c>: builds everything and runs every project's tests.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var project = new Option<string>("--project") { Description = "Only the test project of this name, such as Diffusion.Tests." };
        var command = new Command(
            "test",
            "Build everything and run all tests. Further arguments go to each test program, such as --filter-class *ScheduleTests. " +
            "The last line says how many passed and failed.")
        {
            project,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            var repository = Repository.Find();
            var machine = new Machine(new Dictionary<string, string?> { ["OMP_NUM_THREADS"] = "1", ["OMP_WAIT_POLICY"] = "PASSIVE" });
            var log = StepLog.OnStandardError(machine);
            await PrepareAsync(repository, machine, log, cancellation);
            return await RunAsync(repository, machine, log, parsed.GetValue(project), parsed.UnmatchedTokens, parsed.InvocationConfiguration.Output, cancellation);
        });
        return command;
    }

    /// <summary>A missing browser or client is said and lived with: the tests that need one skip themselves.</summary>
    private static async Task PrepareAsync(Repository repository, Machine machine, StepLog log, CancellationToken cancellation)
    {
        await Preparation.EnsureAsync(repository, Need.Library, new SetupOptions(), machine, log, cancellation);
        await EnsureOrSkipAsync(Need.Browser, "draw pages");
        await EnsureOrSkipAsync(Need.JupyterClients, "need Jupyter's clients");

        async Task EnsureOrSkipAsync(Need need, string tests)
        {
            try
            {
                await Preparation.EnsureAsync(repository, need, new SetupOptions(), machine, log, cancellation);
            }
            catch (SetupException exception)
            {
                log.Say($"Tests that {tests} will be skipped. {exception.Message}");
            }
        }
    }

    private static async Task<int> RunAsync(
        Repository repository, Machine machine, StepLog log, string? only, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellation)
    {
        var projects = Projects(repository, only);
        var total = await BuildAsync(repository, machine, log, projects, cancellation);
        if (total.Failed == 0)
            foreach (var project in projects)
                total = total.Plus(await RunProjectAsync(repository, machine, project, arguments, output, cancellation));
        if (only is null && arguments.Count == 0 && machine.Variable("CI") == "true")
            total = total.Plus(await CheckFormatAsync(repository, machine, log, output, cancellation));

        await output.WriteLineAsync(total.Summary);
        return total.Failed == 0 && (total.Passed > 0 || arguments.Count > 0) ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>A build that fails counts as one failed test.</summary>
    internal static async Task<TestReport> BuildAsync(
        Repository repository, Machine machine, StepLog log, IReadOnlyList<string> projects, CancellationToken cancellation)
    {
        // It writes where set-up does, and two builds at once spoil each other.
        using var held = await SetupLock.TakeAsync(repository, log, cancellation);
        ToolResult? build = null;
        string[] arguments = ["build", WriteFilter(repository, projects), "-c", "Release", "--nologo", "-v", "q", "-nodeReuse:false", "-p:UseSharedCompilation=false"];
        await log.RunAsync("Building all", async report =>
            build = await machine.RunAsync(machine.Dotnet, arguments, repository.Root, report, cancellation: cancellation));
        if (build!.Succeeded)
            return TestReport.None;
        log.Say($"The build failed:\n{LibraryStep.Errors(build, repository)}");
        return TestReport.None with { Failed = 1 };
    }

    /// <summary>Whether every source is laid out as .editorconfig says: one test more, on a build server
    /// only, as it takes a minute, and where every project of the solution is restored.</summary>
    private static async Task<TestReport> CheckFormatAsync(
        Repository repository, Machine machine, StepLog log, TextWriter output, CancellationToken cancellation)
    {
        ToolResult? format = null;
        await log.RunAsync("Checking the layout of the sources", async report => format = await machine.RunAsync(
            machine.Dotnet, ["format", repository.Solution, "--verify-no-changes", "--no-restore"], repository.Root, report, cancellation: cancellation));
        if (format!.Succeeded)
            return TestReport.None with { Passed = 1 };
        await output.WriteLineAsync($"FAILED dotnet format --verify-no-changes\n{LibraryStep.Errors(format, repository)}");
        return TestReport.None with { Failed = 1 };
    }

    /// <summary>A part of the solution: one build for all.</summary>
    private static string WriteFilter(Repository repository, IReadOnlyList<string> projects)
    {
        var path = Path.Combine(repository.Artifacts, "tests.slnf");
        var names = projects.Select(project => Path.GetRelativePath(repository.Root, project).Replace('/', '\\'));
        Aside.WriteText(path, JsonSerializer.Serialize(new { solution = new { path = $"../{Repository.SolutionName}", projects = names } }));
        return path;
    }

    internal static IReadOnlyList<string> Projects(Repository repository, string? only)
    {
        var all = Directory.GetDirectories(Path.Combine(repository.Root, "tests"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Order(StringComparer.Ordinal).ToList();
        if (only is null)
            return all;
        return all.Where(path => Name(path) == only).ToList() is { Count: > 0 } found
            ? found
            : throw new SetupException($"There is no test project {only}. There are: {string.Join(", ", all.Select(Name))}.", ExitCode.Usage);
    }

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project);

    private static async Task<TestReport> RunProjectAsync(
        Repository repository, Machine machine, string project, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var name = Name(project);
        var results = Path.Combine(repository.Artifacts, "tests");
        var reportPath = Path.Combine(results, name + ".xml");
        Directory.CreateDirectory(results);
        File.Delete(reportPath);
        var program = Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release", "net10.0", name + ".dll");

        // Exit code 8 says that no test matched, which is no failure of the project.
        var run = await machine.RunAsync(
            machine.Dotnet,
            [program, "--no-ansi", "--no-progress", "--ignore-exit-code", "8", "--report-xunit", "--report-xunit-filename", name + ".xml", "--results-directory", results, .. arguments],
            Path.GetDirectoryName(project), cancellation: cancellation);
        var report = TestReport.Read(name, reportPath, run.ExitCode, run.Tail());
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {report.Summary} in {clock.Elapsed.TotalSeconds:0.0} s"));
        foreach (var note in report.Notes)
            await output.WriteLineAsync(note);
        await output.FlushAsync(cancellation);
        return report;
    }
}
