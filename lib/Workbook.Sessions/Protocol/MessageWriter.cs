using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Workbook.Sessions.Protocol;

/// <summary>Sends messages, one JSON text a line, from a thread of its own.</summary>
/// <remarks>
/// A cell's thread may be stopped at any wait or instruction; were it to write to the pipe itself, half a line could be left
/// there. It only links an item into a list, without a lock whose wait an interrupt could break off halfway.
/// </remarks>
internal sealed class MessageWriter<T> : IDisposable
    where T : class
{
    private readonly Stream _stream;
    private readonly JsonTypeInfo<T> _type;
    private readonly AutoResetEvent _posted = new(false);
    private readonly Thread _thread;
    private Item? _last;
    private volatile bool _ended;

    public MessageWriter(Stream stream, JsonTypeInfo<T> type)
    {
        _stream = stream;
        _type = type;
        _thread = new Thread(Send) { IsBackground = true, Name = "messages" };
        _thread.Start();
    }

    public void Post(T message) => Add(new Item(message, null));

    /// <summary>Returns when all that was posted has been handed to the system, and so outlives a crash of this process.</summary>
    public void Flush()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(new Item(null, sent));
        sent.Task.Wait();
    }

    public void Dispose()
    {
        _ended = true;
        _posted.Set();
        if (_thread.Join(TimeSpan.FromSeconds(2)))
            _posted.Dispose();
    }

    private void Add(Item item)
    {
        try
        {
        }
        finally
        {
            // An abort spares a finally block.
            do
                item.Before = Volatile.Read(ref _last);
            while (Interlocked.CompareExchange(ref _last, item, item.Before) != item.Before);
            _posted.Set();
        }
    }

    private void Send()
    {
        var broken = false;
        while (!_ended || Volatile.Read(ref _last) is not null)
        {
            _posted.WaitOne();
            foreach (var item in Take())
            {
                try
                {
                    if (item.Message is not null && !broken)
                        Write(item.Message);
                }
                catch (Exception error) when (error is IOException or ObjectDisposedException)
                {
                    broken = true; // The other side is gone; whoever reads from it learns so and decides.
                }
                item.Sent?.SetResult();
            }
        }
    }

    private Stack<Item> Take()
    {
        var items = new Stack<Item>();
        for (var item = Interlocked.Exchange(ref _last, null); item is not null; item = item.Before)
            items.Push(item);
        return items;
    }

    private void Write(T message)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, _type);
        Array.Resize(ref bytes, bytes.Length + 1);
        bytes[^1] = (byte)'\n';
        _stream.Write(bytes);
        _stream.Flush();
    }

    private sealed class Item(T? message, TaskCompletionSource? sent)
    {
        public T? Message => message;

        public TaskCompletionSource? Sent => sent;

        public Item? Before { get; set; }
    }
}
