using System.Text.Json.Nodes;
using System.Threading.Channels;
using Workbook.Base;
using Workbook.Jupyter.Messages;
using Workbook.Jupyter.Past;
using Workbook.Sessions;

namespace Workbook.Jupyter;

/// <summary>Answers Jupyter's clients; its cells run in a session, a process of their own.</summary>
internal sealed class Kernel : IAsyncDisposable
{
    private const string Execute = "execute_request";
    private const string ShutDown = "shutdown_request";

    private readonly IKernelConnection _connection;
    private readonly KernelSession _session;
    private readonly CellExecution _cells;
    private readonly Dictionary<string, Func<Request, Task<JsonObject?>>> _handlers;
    private readonly Channel<Request> _waiting = Channel.CreateUnbounded<Request>();
    private readonly TaskCompletionSource _shutDown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _states = new();
    private Request? _running;

    public Kernel(IKernelConnection connection, SessionOptions options, History history)
    {
        _connection = connection;
        _session = new KernelSession(options with { BetweenCells = PublishLate });
        _cells = new CellExecution(connection, _session, history);
        var language = new LanguageQueries(_session);
        _handlers = new()
        {
            ["kernel_info_request"] = _ => Now(KernelInfo.Reply()),
            [Execute] = async request => await _cells.ExecuteAsync(request),
            ["complete_request"] = async request => await language.CompleteAsync(request),
            ["inspect_request"] = async request => await language.InspectAsync(request),
            ["is_complete_request"] = async request => await language.IsCompleteAsync(request),
            ["history_request"] = request => Now(HistoryQuery.Answer(history, request)),
            ["interrupt_request"] = _ => Now(Interrupted()),
            ["comm_info_request"] = _ => Now(new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() }),
            ["comm_open"] = request => Now(RefuseComm(request)),
            [ShutDown] = request => Now(Announce(request)),
        };
    }

    /// <summary>Serves until a client shuts the kernel down, or <paramref name="cancellation"/> asks for the end.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        Publish("starting", null);
        _ = ServeCellsAsync();
        using var registration = cancellation.Register(() => _shutDown.TrySetResult());
        _ = ServeAsync(KernelChannel.Shell);
        _ = ServeAsync(KernelChannel.Control);
        _ = ServeInputAsync();
        await _shutDown.Task;
    }

    /// <summary>Stops the running cell, as a signal does.</summary>
    public void Interrupt() => _cells.Interrupt();

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static Task<JsonObject?> Now(JsonObject? content) => Task.FromResult(content);

    // Only cells wait for cells: an editor is answered while one runs.
    private async Task ServeAsync(KernelChannel channel)
    {
        await foreach (var request in _connection.Requests(channel).ReadAllAsync())
            if (request.Type == Execute)
                _waiting.Writer.TryWrite(request);
            else
                _ = ServeAsync(channel, request);
    }

    private async Task ServeCellsAsync()
    {
        await foreach (var request in _waiting.Reader.ReadAllAsync())
            await ServeAsync(KernelChannel.Shell, request);
    }

    private async Task ServeAsync(KernelChannel channel, Request request)
    {
        Begin(request);
        await AnswerAsync(channel, request);
        End(request);
        if (request.Type == ShutDown)
            _shutDown.TrySetResult();
    }

    private async Task ServeInputAsync()
    {
        await foreach (var reply in _connection.Requests(KernelChannel.Stdin).ReadAllAsync())
            if (reply.Type == "input_reply" && reply.Content["value"] is JsonValue value && value.TryGetValue<string>(out var line))
                _cells.TakeInput(line);
    }

    // Whatever a request holds, the next one is served.
    private async Task AnswerAsync(KernelChannel channel, Request request)
    {
        JsonObject? content;
        try
        {
            content = _handlers.TryGetValue(request.Type, out var handle) ? await handle(request) : null;
        }
        catch (Exception error)
        {
            content = new JsonObject
            {
                ["status"] = "error",
                ["ename"] = error.GetType().Name,
                ["evalue"] = error.Message,
                ["traceback"] = new JsonArray($"The kernel could not answer {request.Type}. {error.Message}"),
            };
            if (error is not FormatException)
                await Console.Error.WriteLineAsync($"workbook kernel: {request.Type} failed: {error}");
        }
        if (content is not null && request.ReplyType is { } type)
            _connection.Send(channel, type, content, request);
    }

    private void Begin(Request request)
    {
        lock (_states)
        {
            if (request.Type == Execute)
                _running = request;
            Publish("busy", request);
        }
    }

    // Clients go by the state that they heard last: after what was answered beside a cell they hear again that it runs.
    private void End(Request request)
    {
        lock (_states)
        {
            Publish("idle", request);
            if (_running == request)
                _running = null;
            else if (_running is not null)
                Publish("busy", _running);
        }
    }

    private void Publish(string state, Request? request) =>
        _connection.Publish("status", new JsonObject { ["execution_state"] = state }, request);

    // What a cell left running goes on showing things below it.
    private void PublishLate(Sessions.Protocol.SessionEvent happened)
    {
        if (OutputMessage.From(happened, 0) is { } output)
            _connection.Publish(output.Type, output.Content, _cells.Last);
    }

    private JsonObject Interrupted()
    {
        _cells.Interrupt();
        return new JsonObject { ["status"] = "ok" };
    }

    // There are no widgets here, and the protocol wants a client told so.
    private JsonObject? RefuseComm(Request request)
    {
        _connection.Publish(
            "comm_close", new JsonObject { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() }, request);
        return null;
    }

    private JsonObject Announce(Request request)
    {
        JsonObject Content() => new() { ["status"] = "ok", ["restart"] = request.Flag("restart", false) };
        _connection.Publish("shutdown_reply", Content(), request);
        return Content();
    }
}

/// <summary>A kernel cannot be started; the message says why and what to do.</summary>
internal sealed class KernelException(string message) : ForeseenException(message);
