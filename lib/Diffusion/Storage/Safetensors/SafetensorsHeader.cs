using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>The JSON header of a safetensors file, validated against the file's size.</summary>
internal sealed record SafetensorsHeader(
    IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    public const string MetadataKey = "__metadata__";
    private const int LengthBytes = 8;
    private const int MaxLength = 100_000_000; // the format's own limit
    private const string Damaged = "The file is damaged or foreign; copy or save it again";

    // In the order of the format's own library, narrow to wide.
    private static readonly (string Code, ScalarType Dtype)[] Types =
    [
        ("BOOL", ScalarType.Bool), ("U8", ScalarType.Byte), ("I8", ScalarType.Int8), ("I16", ScalarType.Int16),
        ("F16", ScalarType.Float16), ("BF16", ScalarType.BFloat16), ("I32", ScalarType.Int32), ("F32", ScalarType.Float32),
        ("F64", ScalarType.Float64), ("I64", ScalarType.Int64),
    ];

    public static int Rank(ScalarType dtype) => Array.FindIndex(Types, type => type.Dtype == dtype);

    public static SafetensorsHeader Read(Stream stream, string name)
    {
        RefuseForeign(stream, name);
        Span<byte> size = stackalloc byte[LengthBytes];
        if (stream.ReadAtLeast(size, LengthBytes, throwOnEndOfStream: false) < LengthBytes)
            throw BadFile.Truncated(name, "the header's length at byte 0", LengthBytes, stream.Length);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(size);
        if (length > MaxLength)
            throw BadFile.Error(name, $"the header claims {length} bytes, more than the {MaxLength} that safetensors allows", Damaged);
        var left = stream.Length - stream.Position;
        if ((long)length > left)
            throw BadFile.Truncated(name, "the header", (long)length, left);
        var json = new byte[length];
        stream.ReadExactly(json);
        if (json.Length == 0 || json[0] != '{')
            throw BadFile.Error(name, "the header at byte 8 does not begin with '{'", "Give a .safetensors file");
        var header = Parse(json, name);
        header.CheckLayout(left - (long)length, name);
        return header;
    }

    // A length says little of what a file is, and a JSON header begins with '{'.
    private static void RefuseForeign(Stream stream, string name)
    {
        var start = new byte[FileKind.Bytes];
        var place = stream.Position;
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = place;
        if (!FileKind.IsSafetensors(start.AsSpan(0, read)))
            FileKind.Refuse(start.AsSpan(0, read), name, "a safetensors file");
    }

    /// <summary>The header's length and text; padded with blanks, so that the elements begin at a multiple of 8.</summary>
    public static byte[] Format(
        IReadOnlyList<KeyValuePair<string, StoredTensor>> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var text = new MemoryStream();
        text.Write(stackalloc byte[LengthBytes]);
        // Names stay readable: UTF-8 is written as it is.
        using (var json = new Utf8JsonWriter(text, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
                WriteMetadata(json, metadata);
            long begin = 0;
            foreach (var (name, tensor) in tensors)
            {
                WriteEntry(json, name, tensor, begin);
                begin += tensor.Data.Length;
            }
            json.WriteEndObject();
        }
        while (text.Length % LengthBytes != 0)
            text.WriteByte((byte)' ');
        var bytes = text.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bytes.Length - LengthBytes);
        return bytes;
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject(MetadataKey);
        foreach (var (key, value) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, string name, StoredTensor tensor, long begin)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", Types[Rank(tensor.Dtype)].Code);
        json.WriteStartArray("shape");
        foreach (var extent in tensor.Shape)
            json.WriteNumberValue(extent);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin + tensor.Data.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static SafetensorsHeader Parse(byte[] json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 4, AllowDuplicateProperties = false });
            var metadata = new Dictionary<string, string>();
            var entries = new List<SafetensorsEntry>();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name == MetadataKey)
                {
                    foreach (var text in property.Value.EnumerateObject())
                        metadata.Add(text.Name, text.Value.GetString() ?? throw new JsonException("a metadata value is null"));
                }
                else
                {
                    entries.Add(ParseEntry(property.Name, property.Value, name));
                }
            }
            return new SafetensorsHeader([.. entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)], metadata);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw BadFile.Error(name, $"the JSON header is not safetensors' ({error.Message.TrimEnd('.')})", Damaged, error);
        }
    }

    private static SafetensorsEntry ParseEntry(string key, JsonElement entry, string name)
    {
        if (entry.EnumerateObject().Count() != 3)
            throw new JsonException($"'{key}' has other members than dtype, shape and data_offsets");
        var code = entry.GetProperty("dtype").GetString();
        var known = Array.FindIndex(Types, type => type.Code == code);
        if (known < 0)
            throw BadFile.Error(name, $"'{key}' has the element type '{code}', which a tensor cannot have here",
                $"Convert it to one of {string.Join(", ", Types.Select(type => type.Code))} before saving");
        long[] shape = [.. entry.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt64())];
        long[] offsets = [.. entry.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        if (offsets.Length != 2)
            throw new JsonException($"'{key}' has {offsets.Length} data_offsets instead of 2");
        var bytes = Elements.Bytes(Types[known].Dtype, shape);
        if (offsets[0] < 0 || bytes is null || offsets[1] - offsets[0] != bytes)
            throw BadFile.Error(name, $"'{key}' is {code} {Elements.Describe(shape)}, which does not fit its data_offsets "
                + $"{Elements.Describe(offsets)}", Damaged);
        return new SafetensorsEntry(key, Types[known].Dtype, shape, offsets[0], offsets[1]);
    }

    private void CheckLayout(long size, string name)
    {
        long end = 0;
        foreach (var entry in Entries)
        {
            if (entry.Begin != end)
                throw BadFile.Error(name, $"'{entry.Name}' begins at byte {entry.Begin} of the data, but the tensor before it ends "
                    + $"at {end}: tensors overlap or leave a hole", Damaged);
            end = entry.End;
        }
        if (end > size)
            throw BadFile.Truncated(name, "the data", end, size);
        if (end < size)
            throw BadFile.Error(name, $"{size - end} bytes follow the last tensor", Damaged);
    }
}

/// <summary>One tensor in a safetensors header; the bytes [Begin, End) count from the header's end.</summary>
internal sealed record SafetensorsEntry(string Name, ScalarType Dtype, long[] Shape, long Begin, long End);
