using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Workbook.Sessions.Protocol;

/// <summary>Sends messages, one JSON text a line, from a thread of its own.</summary>
/// <remarks>
/// A cell's thread may be stopped at any instruction; were it to write to the pipe itself, half a line could be left there.
/// </remarks>
internal sealed class MessageWriter<T> : IDisposable
{
    private readonly Stream _stream;
    private readonly JsonTypeInfo<T> _type;
    private readonly BlockingCollection<(T? Message, TaskCompletionSource? Sent)> _queue = [];
    private readonly Thread _thread;

    public MessageWriter(Stream stream, JsonTypeInfo<T> type)
    {
        _stream = stream;
        _type = type;
        _thread = new Thread(Send) { IsBackground = true, Name = "messages" };
        _thread.Start();
    }

    public void Post(T message)
    {
        // A finally block is not interrupted halfway.
        try
        {
        }
        finally
        {
            _queue.Add((message, null));
        }
    }

    /// <summary>Returns when all that was posted has been handed to the system, and so outlives a crash of this process.</summary>
    public void Flush()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
        }
        finally
        {
            _queue.Add((default, sent));
        }
        sent.Task.Wait();
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join(TimeSpan.FromSeconds(2));
    }

    private void Send()
    {
        var broken = false;
        foreach (var (message, sent) in _queue.GetConsumingEnumerable())
        {
            try
            {
                if (message is not null && !broken)
                    Write(message);
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                broken = true; // The other side is gone; whoever reads from it learns so and decides.
            }
            sent?.SetResult();
        }
    }

    private void Write(T message)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, _type);
        Array.Resize(ref bytes, bytes.Length + 1);
        bytes[^1] = (byte)'\n';
        _stream.Write(bytes);
        _stream.Flush();
    }
}
