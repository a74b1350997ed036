using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diffusion.Charts.Plotly;

/// <summary>Writes numbers as a JSON array, or packed as Plotly's <c>{"dtype", "bdata", "shape"}</c>.</summary>
internal sealed class NumbersConverter : JsonConverter<Numbers>
{
    /// <summary>Longer arrays are packed.</summary>
    public const int LongestPlain = 32;

    public override Numbers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Figures are written, never read.");

    public override void Write(Utf8JsonWriter writer, Numbers value, JsonSerializerOptions options)
    {
        if (value.Values.Length > LongestPlain)
            WritePacked(writer, value);
        else if (value.Rows is { } rows)
            WriteRows(writer, value.Values, rows);
        else
            WritePlain(writer, value.Values);
    }

    private static void WriteRows(Utf8JsonWriter writer, ReadOnlySpan<double> values, int rows)
    {
        var columns = values.Length / rows;
        writer.WriteStartArray();
        for (var row = 0; row < rows; row++)
            WritePlain(writer, values.Slice(row * columns, columns));
        writer.WriteEndArray();
    }

    private static void WritePlain(Utf8JsonWriter writer, ReadOnlySpan<double> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
            FigureJson.WriteNumber(writer, value);
        writer.WriteEndArray();
    }

    private static void WritePacked(Utf8JsonWriter writer, Numbers numbers)
    {
        var (type, bytes) = Pack(numbers.Values);
        writer.WriteStartObject();
        writer.WriteString("dtype", type);
        writer.WriteBase64String("bdata", bytes);
        if (numbers.Rows is { } rows)
            writer.WriteString(
                "shape",
                string.Create(CultureInfo.InvariantCulture, $"{rows}, {numbers.Values.Length / rows}"));
        writer.WriteEndObject();
    }

    /// <summary>The smallest type that holds the values as exactly as a screen can show them.</summary>
    private static (string Type, byte[] Bytes) Pack(ReadOnlySpan<double> values)
    {
        bool bytes = true, shorts = true;
        foreach (var value in values)
        {
            bytes &= value is >= byte.MinValue and <= byte.MaxValue && value == Math.Truncate(value);
            shorts &= value is >= short.MinValue and <= short.MaxValue && value == Math.Truncate(value);
        }

        return bytes ? ("u1", PackEach(values, 1, static (to, value) => to[0] = (byte)value))
            : shorts ? (
                "i2",
                PackEach(values, 2, static (to, value) => BinaryPrimitives.WriteInt16LittleEndian(to, (short)value)))
            : (
                "f4",
                PackEach(values, 4, static (to, value) => BinaryPrimitives.WriteSingleLittleEndian(to, (float)value)));
    }

    private static byte[] PackEach(ReadOnlySpan<double> values, int size, PackOne pack)
    {
        var bytes = new byte[values.Length * size];
        for (var i = 0; i < values.Length; i++)
            pack(bytes.AsSpan(i * size, size), values[i]);
        return bytes;
    }

    private delegate void PackOne(Span<byte> to, double value);
}
