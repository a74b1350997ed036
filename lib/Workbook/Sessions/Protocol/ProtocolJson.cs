using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

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
