using System.Runtime.CompilerServices;
using Workbook.Base;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions;

/// <summary>C# cells running in a process of their own, which survives nothing that it need not: the parent survives it all.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly SessionOptions _options;
    private readonly SharedScript _script;
    private readonly SemaphoreSlim _one = new(1, 1);
    private SessionProcess _process;
    private int _executions;

    private Session(SessionOptions options, SharedScript script, SessionProcess process) =>
        (_options, _script, _process) = (options, script, process);

    /// <summary>Whether the process is there; when it is not, <see cref="RestartAsync"/> gives a new one.</summary>
    public bool IsAlive => _process.IsAlive;

    public int ProcessId => _process.Id;

    /// <exception cref="SessionException">The process does not start, or does not answer in time.</exception>
    public static async Task<Session> StartAsync(SessionOptions options, CancellationToken cancellation = default)
    {
        var script = new SharedScript();
        options = options with { BetweenCells = script.Before(options.BetweenCells) };
        return new Session(options, script, await SessionProcess.StartAsync(options, cancellation));
    }

    /// <summary>Runs a cell and tells what happens as it happens; one cell at a time.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="name">What errors call the cell; by default its number in the session.</param>
    /// <param name="cancellation">Interrupts the cell; the events still run to the end, which then tells so.</param>
    /// <returns>Events; the last, and only the last, is a <see cref="DoneEvent"/>. A failing cell throws nothing.</returns>
    public IAsyncEnumerable<SessionEvent> ExecuteAsync(
        string code, string? name = null, CancellationToken cancellation = default) =>
        ExecuteAsync(new ExecuteRequest(code, name ?? $"Cell {Interlocked.Increment(ref _executions)}"), cancellation);

    /// <inheritdoc cref="ExecuteAsync(string, string?, CancellationToken)"/>
    public async IAsyncEnumerable<SessionEvent> ExecuteAsync(
        ExecuteRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await _one.WaitAsync(CancellationToken.None);
        try
        {
            _script.Begin(request);
            var events = _process.Execute(request);
            using var interrupt = cancellation.Register(() => _ = InterruptAsync());
            var limit = new OutputLimit();
            await foreach (var message in _script.ShareAsync(events.ReadAllAsync(CancellationToken.None).MergeStreams()).PaceUpdates(UpdatePace.Pause))
                foreach (var passed in limit.Take(message))
                    yield return passed;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What may be written at a place; also while a cell runs, whose own names are then not known yet.</summary>
    /// <param name="code">The cell's text so far.</param>
    /// <param name="cursor">
    /// The place, in UTF-16 code units as C# counts; Jupyter counts code points, and whoever speaks its protocol converts.
    /// </param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The answer; an empty one if none comes in time or the process is gone.</returns>
    public Task<CompletionReply> CompleteAsync(string code, int cursor, CancellationToken cancellation = default) =>
        QueryAsync<CompletionReply>(new CompletionRequest(code, cursor), cancellation);

    /// <summary>What is known of the name at a place: its signature and its documentation.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">The place, in UTF-16 code units as C# counts.</param>
    /// <param name="detailLevel">0 for signature and summary, 1 for all that is known, the source of a cell's own included.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The answer; an empty one if none comes in time or the process is gone.</returns>
    public Task<InspectionReply> InspectAsync(
        string code, int cursor, int detailLevel = 0, CancellationToken cancellation = default) =>
        QueryAsync<InspectionReply>(new InspectionRequest(code, cursor, detailLevel), cancellation);

    /// <summary>Whether a text can be run, needs more lines, or is wrong whatever follows.</summary>
    /// <param name="code">The text.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The answer; "unknown" if none comes in time or the process is gone.</returns>
    public Task<CompletenessReply> IsCompleteAsync(string code, CancellationToken cancellation = default) =>
        QueryAsync<CompletenessReply>(new CompletenessRequest(code), cancellation);

    /// <summary>Stops the running cell. If it does not stop in time its process is ended, and with it all variables.</summary>
    public Task InterruptAsync() => _process.InterruptAsync(_options.InterruptTimeout);

    /// <summary>Answers a cell's <see cref="InputEvent"/>.</summary>
    /// <param name="number">The event's.</param>
    /// <param name="line">What the reader typed; null says that there is no more.</param>
    public void Reply(int number, string? line) => _process.Post(new InputReply(number, line));

    /// <summary>Ends the process, if it is there, and starts a new one without any variables.</summary>
    /// <exception cref="SessionException">The process does not start, or does not answer in time.</exception>
    public async Task RestartAsync(CancellationToken cancellation = default)
    {
        await _process.DisposeAsync();
        _process = await SessionProcess.StartAsync(_options, cancellation);
        _executions = 0;
    }

    // The semaphore stays: a cell that is broken off by this gives its turn back afterwards.
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task<T> QueryAsync<T>(QueryRequest request, CancellationToken cancellation)
        where T : QueryReply =>
        (T)await _process.QueryAsync(request, _options.QueryTimeout, cancellation);
}

/// <summary>A session could not be started, or is no longer there.</summary>
internal sealed class SessionException(string message) : ForeseenException(message);
