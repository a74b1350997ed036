using System.Diagnostics;
using System.Text.Json.Nodes;
using Workbook.Jupyter.Messages;
using Workbook.Jupyter.Past;
using Workbook.Sessions;
using Workbook.Sessions.Protocol;

namespace Workbook.Jupyter;

/// <summary>Executes the cells that clients send, one after the other, and tells everyone what they show.</summary>
internal sealed class CellExecution(IKernelConnection connection, KernelSession sessions, History history)
{
    private int _count;
    private long _abortBefore;
    private volatile CancellationTokenSource? _running;
    private volatile Action<string?>? _answer;

    /// <summary>The request whose outputs those of a task left behind are taken for; null before the first.</summary>
    public Request? Last { get; private set; }

    /// <summary>Executes one cell.</summary>
    /// <returns>The reply's content.</returns>
    public async Task<JsonObject> ExecuteAsync(Request request)
    {
        if (request.Arrival < _abortBefore)
            return new JsonObject { ["status"] = "aborted" };
        var code = request.Text("code");
        var silent = request.Flag("silent", false);
        Begin(request, code, silent);
        var error = await RunAsync(request, code, silent);
        if (error is null)
            return Reply("ok", await EvaluateAsync(request));
        if (!silent && request.Flag("stop_on_error", true))
            _abortBefore = Stopwatch.GetTimestamp();
        var reply = Reply("error", []);
        foreach (var (name, value) in OutputMessage.Error(error))
            reply[name] = value?.DeepClone();
        return reply;
    }

    /// <summary>Stops the running cell; without one, nothing happens.</summary>
    public void Interrupt() => _running?.Cancel();

    /// <summary>Hands a line to the cell that asked for one; nobody gets it if none did.</summary>
    public void TakeInput(string line) => Interlocked.Exchange(ref _answer, null)?.Invoke(line == "\u0004" ? null : line);

    private void Begin(Request request, string code, bool silent)
    {
        Last = request;
        if (silent)
            return;
        if (request.Flag("store_history", true))
            history.Add(++_count, code);
        connection.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = _count }, request);
    }

    private async Task<ErrorEvent?> RunAsync(Request request, string code, bool silent)
    {
        ErrorEvent? failure = null;
        var running = new CancellationTokenSource();
        _running = running;
        try
        {
            var session = await sessions.GetAsync();
            var cell = new ExecuteRequest(code, $"Cell {_count}")
            {
                AllowInput = request.Flag("allow_stdin", true),
                Cell = request.CellId,
                DeletedCells = request.DeletedCells,
                IsUnseen = silent,
            };
            var events = session.ExecuteAsync(cell, running.Token).HoldEarlyDisplays(EarlyDisplays.Moment, outlast: request.IsFromVSCode);
            await foreach (var happened in events)
                if (happened is InputEvent asked)
                    Ask(session, asked, request);
                else if (happened is ErrorEvent error)
                    failure = error;
                else if (happened is DoneEvent { Status: CellStatus.Died })
                    failure = failure! with { Traceback = [.. failure.Traceback, await sessions.RenewAsync()] };
                else if (!silent)
                    Publish(happened, request);
        }
        catch (SessionException unavailable)
        {
            failure = new ErrorEvent(Death.Name, unavailable.Message, [unavailable.Message], null);
        }
        finally
        {
            (_running, _answer) = (null, null);
        }
        if (failure is not null && !silent)
            Publish(failure, request);
        return failure;
    }

    private void Publish(SessionEvent happened, Request request)
    {
        if (OutputMessage.From(happened, _count) is { } output)
            connection.Publish(output.Type, output.Content, request);
    }

    private void Ask(Session session, InputEvent asked, Request request)
    {
        _answer = line => session.Reply(asked.Number, line);
        connection.Send(
            KernelChannel.Stdin, "input_request", new JsonObject { ["prompt"] = "", ["password"] = false }, request);
    }

    // What a client wants to know after the cell, each by its own name.
    private async Task<JsonObject> EvaluateAsync(Request request)
    {
        var values = new JsonObject();
        if (request.Content["user_expressions"] is JsonObject expressions)
            foreach (var (name, expression) in expressions)
                values[name] = await EvaluateAsync($"Expression {name}", expression?.ToString() ?? "");
        return values;
    }

    private async Task<JsonObject> EvaluateAsync(string name, string expression)
    {
        var value = new JsonObject { ["status"] = "ok", ["data"] = new JsonObject(), ["metadata"] = new JsonObject() };
        var session = await sessions.GetAsync();
        await foreach (var happened in session.ExecuteAsync(new ExecuteRequest(expression, name) { IsUnseen = true }))
            if (happened is ResultEvent result)
                value["data"] = OutputMessage.Data(result.Data);
            else if (happened is ErrorEvent error)
                (value = OutputMessage.Error(error))["status"] = "error";
        return value;
    }

    private JsonObject Reply(string status, JsonObject expressions) => new()
    {
        ["status"] = status,
        ["execution_count"] = _count,
        ["payload"] = new JsonArray(),
        ["user_expressions"] = expressions,
    };
}
