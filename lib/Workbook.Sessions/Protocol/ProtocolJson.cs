using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workbook.Documents;

namespace Workbook.Sessions.Protocol;

/// <summary>The messages' JSON, generated at build time, since reflection would delay every start.</summary>
[JsonSerializable(typeof(SessionEvent))]
[JsonSerializable(typeof(SessionRequest))]
internal sealed partial class ProtocolJson : JsonSerializerContext
{
    public static ProtocolJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new MimeBundleConverter() },
    });
}

/// <summary>A bundle as a JSON object, in its own order.</summary>
internal sealed class MimeBundleConverter : JsonConverter<MimeBundle>
{
    public override MimeBundle Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonNode.Parse(ref reader)?.AsObject() ?? throw new JsonException("A bundle is an object."));

    public override void Write(Utf8JsonWriter writer, MimeBundle value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (mime, node) in value)
        {
            writer.WritePropertyName(mime);
            if (node is null)
                writer.WriteNullValue();
            else
                node.WriteTo(writer);
        }
        writer.WriteEndObject();
    }
}
