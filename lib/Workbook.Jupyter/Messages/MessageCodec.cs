using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Jupyter.Messages;

/// <summary>Jupyter's messages as frames, and back: identities, a mark, the signature, four JSON texts.</summary>
/// <param name="key">Signs every message; empty where nothing is signed.</param>
internal sealed class MessageCodec(byte[] key)
{
    /// <summary>The version of Jupyter's messaging that is spoken here.</summary>
    public const string ProtocolVersion = "5.3";

    private const int JsonFrames = 4;

    private static readonly byte[] Mark = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _session = Guid.NewGuid().ToString("n");
    private readonly SeenSignatures _seen = new();

    /// <summary>Takes a message apart.</summary>
    /// <returns>Null where it is damaged, not signed with the key, or was there before.</returns>
    public Request? Read(IReadOnlyList<byte[]> frames)
    {
        var mark = Enumerable.Range(0, frames.Count).FirstOrDefault(index => frames[index].AsSpan().SequenceEqual(Mark), -1);
        if (mark < 0 || frames.Count < mark + 2 + JsonFrames)
            return null;
        var parts = frames.Skip(mark + 2).Take(JsonFrames).ToList();
        if (!IsGenuine(frames[mark + 1], parts))
            return null;
        try
        {
            var header = Json(parts[0]);
            return header["msg_type"] is JsonValue value && value.TryGetValue<string>(out var type)
                ? new Request([.. frames.Take(mark)], parts[0], type, Json(parts[2]), Json(parts[3]), Stopwatch.GetTimestamp())
                : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null; // Broken, or a name in it stands twice.
        }
    }

    /// <summary>Puts a message together.</summary>
    /// <param name="identities">The frames that lead to the client, or the topic for all.</param>
    /// <param name="type">Such as <c>stream</c>.</param>
    /// <param name="content">What it says.</param>
    /// <param name="parent">The header of the request that it belongs to; null where there is none.</param>
    public List<byte[]> Write(IEnumerable<byte[]> identities, string type, JsonObject content, byte[]? parent)
    {
        List<byte[]> parts = [Bytes(Header(type)), parent ?? Empty, Empty, Bytes(content)];
        return [.. identities, Mark, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Sign(parts))), .. parts];
    }

    private bool IsGenuine(byte[] signature, List<byte[]> parts)
    {
        if (key.Length == 0)
            return true;
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature.Length == 2 * claimed.Length
            && Convert.FromHexString(signature, claimed, out _, out _) == OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(claimed, Sign(parts))
            && _seen.Add(Convert.ToHexString(claimed));
    }

    private byte[] Sign(List<byte[]> parts)
    {
        if (key.Length == 0)
            return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
            hash.AppendData(part);
        return hash.GetHashAndReset();
    }

    private JsonObject Header(string type) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString("n"),
        ["session"] = _session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = ProtocolVersion,
    };

    private static JsonObject Json(byte[] text) => JsonNode.Parse(text) as JsonObject ?? throw new JsonException("It is no JSON object.");

    private static byte[] Bytes(JsonObject json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            json.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
