using System.Buffers;
using System.Text;

namespace Workbook.Sessions;

/// <summary>Reads what native code writes to a standard stream, and finds in it the marks at which cells end.</summary>
internal sealed class NativeOutput
{
    private const char MarkSign = '\u0001';
    private const int MarkLength = 34;
    private const int TailLength = 16_000; // A trace of the runtime with its heading.

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private readonly Action<string> _publish;
    private readonly StringBuilder _tail = new();
    private readonly HashSet<string> _reached = [];
    private readonly Dictionary<string, TaskCompletionSource> _awaited = [];
    private readonly Lock _gate = new();
    private string _pending = "";

    public NativeOutput(StreamReader reader, Action<string> publish)
    {
        _publish = publish;
        Closed = Task.Run(() => ReadAsync(reader));
    }

    /// <summary>Completes when the stream has ended.</summary>
    public Task Closed { get; }

    /// <summary>The last that was written.</summary>
    public string Tail
    {
        get
        {
            lock (_gate)
                return _tail.ToString().Trim();
        }
    }

    /// <summary>Completes when all before the mark has been published.</summary>
    public Task ReachedAsync(string? mark)
    {
        if (mark is null)
            return Task.CompletedTask;
        lock (_gate)
        {
            if (_reached.Remove(mark))
                return Task.CompletedTask;
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited[mark] = source;
            return source.Task;
        }
    }

    private async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer) is var count and > 0)
                Take(_pending + new string(buffer, 0, count));
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // As good as the end.
        }
        Publish(_pending);
    }

    private void Take(string text)
    {
        while (text.IndexOf(MarkSign, StringComparison.Ordinal) is var start and >= 0)
        {
            var length = Math.Min(MarkLength, text.Length - start);
            if (!CanBeMark(text.AsSpan(start, length)))
            {
                Publish(text[..(start + 1)]);
                text = text[(start + 1)..];
                continue;
            }
            Publish(text[..start]);
            if (length < MarkLength)
            {
                _pending = text[start..];
                return;
            }
            Reach(text[start..(start + MarkLength)]);
            text = text[(start + MarkLength)..];
        }
        Publish(text);
        _pending = "";
    }

    // A program may write the sign for its own ends; a mark, which may have come in part, is 32 digits between two of them.
    private static bool CanBeMark(ReadOnlySpan<char> text) =>
        !text[1..Math.Min(text.Length, MarkLength - 1)].ContainsAnyExcept(Digits)
        && (text.Length < MarkLength || text[^1] == MarkSign);

    private void Publish(string text)
    {
        if (text.Length == 0)
            return;
        lock (_gate)
        {
            _tail.Append(text);
            if (_tail.Length > TailLength)
                _tail.Remove(0, _tail.Length - TailLength);
        }
        _publish(text);
    }

    private void Reach(string mark)
    {
        lock (_gate)
            if (_awaited.Remove(mark, out var source))
                source.SetResult();
            else
                _reached.Add(mark);
    }
}
