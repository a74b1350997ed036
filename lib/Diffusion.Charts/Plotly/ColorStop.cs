using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>A colour at a place of a colour scale; JSON: <c>[place, colour]</c>.</summary>
/// <param name="Place">From 0 (smallest value) to 1 (largest).</param>
/// <param name="Color">A CSS colour.</param>
[JsonConverter(typeof(Converter))]
public sealed record ColorStop(double Place, string Color)
{
    private sealed class Converter : JsonConverter<ColorStop>
    {
        public override ColorStop Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Figures are written, never read.");

        public override void Write(Utf8JsonWriter writer, ColorStop value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            JsonSerializer.Serialize(writer, value.Place, options);
            writer.WriteStringValue(value.Color);
            writer.WriteEndArray();
        }
    }
}
