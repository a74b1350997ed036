using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Diffusion.Charts.Plotly;

/// <summary>How figures become JSON: Plotly's names are ours in lower case, and numbers carry six digits.</summary>
internal static class FigureJson
{
    // The encoder keeps Greek readable and escapes <, > and &, so the text is safe inside a script element.
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = new LowerCase(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(new LowerCase()), new RoundedNumbers() },
    };

    /// <summary>Writes six significant digits, and <c>null</c> for what is not a number.</summary>
    public static void WriteNumber(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(Round(value));
        else
            writer.WriteNullValue();
    }

    private static double Round(double value)
    {
        if (value == 0)
            return 0;
        var digits = 5 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits switch
        {
            < 0 => value,
            > 15 => double.Parse(value.ToString("G6", null), null),
            _ => Math.Round(value, digits),
        };
    }

    private sealed class LowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }

    private sealed class RoundedNumbers : JsonConverter<double>
    {
        public override double Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(
            Utf8JsonWriter writer,
            double value,
            JsonSerializerOptions options) => WriteNumber(writer, value);
    }
}
