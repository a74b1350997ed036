using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Workbook.Sessions.Protocol;

/// <summary>Receives messages, one JSON text a line.</summary>
internal sealed class MessageReader<T>(Stream stream, JsonTypeInfo<T> type) : IDisposable
{
    private readonly StreamReader _reader = new(stream, new UTF8Encoding(false));

    public void Dispose() => _reader.Dispose();

    /// <summary>The next message; null when the other side has closed the pipe or was cut off.</summary>
    public async Task<T?> ReadAsync()
    {
        try
        {
            return await _reader.ReadLineAsync().ConfigureAwait(false) is { } line
                ? JsonSerializer.Deserialize(line, type)
                : default;
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or JsonException)
        {
            return default; // Half a line is all that a process leaves that was killed while it wrote.
        }
    }
}
