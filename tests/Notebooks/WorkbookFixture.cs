using System.Collections.Concurrent;
using Workbook.Base;
using Workbook.Book;
using Workbook.Sessions.Running;

[assembly: AssemblyFixture(typeof(Notebooks.Tests.WorkbookFixture))]

namespace Notebooks.Tests;

/// <summary>Every notebook and its solutions, run once a test run with short parameters, and the book of them all.</summary>
/// <remarks>What is made goes to a temporary folder: <c>artifacts/run</c> and <c>artifacts/book</c> are the reader's.</remarks>
public sealed class WorkbookFixture : IDisposable
{
    private static readonly Repository Project = Repository.Find(AppContext.BaseDirectory);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notebooks-");
    private readonly ConcurrentDictionary<string, Lazy<Task<RunResult>>> _runs = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lazy<Task<BookResult>> _book;

    public WorkbookFixture() => _book = new(MakeBookAsync);

    /// <summary>The notebooks by their paths below <c>notebooks</c>, without their ending: <c>01-swiss-roll</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. SourceNotebook.All(Project.Root).Select(path => Path.ChangeExtension(Path.GetRelativePath(Project.Notebooks, path), null).Replace('\\', '/')),
    ];

    /// <summary>The run of one notebook; the first who asks waits for it.</summary>
    internal Task<RunResult> RunAsync(string name) => _runs.GetOrAdd(name, _ => new(() => ExecuteAsync(name))).Value;

    /// <summary>The book of all notebooks, each run.</summary>
    internal Task<BookResult> BookAsync() => _book.Value;

    public void Dispose()
    {
        _turn.Dispose();
        _folder.Delete(recursive: true);
    }

    // One after the other: two that train at once would fight over the same cores.
    private async Task<RunResult> ExecuteAsync(string name)
    {
        await _turn.WaitAsync();
        try
        {
            var source = Path.Combine(Project.Notebooks, name + ".ipynb");
            var target = Path.Combine(_folder.FullName, "run", name + ".ipynb");
            var options = new RunOptions { Parameters = ShortRuns.For(name), CellTimeout = TimeSpan.FromMinutes(10) };
            return await new NotebookRunner(source, target, options, new Progress<RunStep>()).RunAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<BookResult> MakeBookAsync()
    {
        foreach (var name in Names)
            await RunAsync(name);
        return BookBuilder.Build(Project, Path.Combine(_folder.FullName, "book"), Path.Combine(_folder.FullName, "run"));
    }
}
