using System.Collections.Concurrent;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions;

/// <summary>Brings a session's answers to those who asked.</summary>
internal sealed class PendingQueries
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<QueryReply?>> _waiting = new();
    private int _last;
    private volatile bool _ended;

    /// <summary>Sends the question and waits for its answer.</summary>
    /// <returns>The answer; an empty one if none comes in time, or the session has ended.</returns>
    public async Task<QueryReply> AskAsync(
        QueryRequest request, Action<QueryRequest> send, TimeSpan timeout, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<QueryReply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        try
        {
            if (_ended)
                return request.NoAnswer();
            send(request with { Id = id });
            return await answer.Task.WaitAsync(timeout, cancellation) ?? request.NoAnswer();
        }
        catch (TimeoutException)
        {
            return request.NoAnswer();
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public void Answer(QueryReply reply)
    {
        if (_waiting.TryGetValue(reply.Id, out var answer))
            answer.TrySetResult(reply);
    }

    /// <summary>The session is gone: nobody need wait any longer.</summary>
    public void End()
    {
        _ended = true;
        foreach (var answer in _waiting.Values)
            answer.TrySetResult(null);
    }
}
