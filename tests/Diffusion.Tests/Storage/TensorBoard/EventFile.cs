using System.Buffers.Binary;
using System.Text;

namespace Diffusion.Tests.Storage;

/// <summary>Reads event files from the published formats alone: TFRecord's framing, and protobuf's wire format.</summary>
internal static class EventFile
{
    /// <summary>The records' data, each with both checksums verified.</summary>
    public static List<byte[]> Records(byte[] file)
    {
        var records = new List<byte[]>();
        for (var place = 0; place < file.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(place));
            Assert.Equal(Masked(file.AsSpan(place, 8)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(place + 8)));
            var data = file.AsSpan(place + 12, length);
            Assert.Equal(Masked(data), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(place + 12 + length)));
            records.Add(data.ToArray());
            place += 16 + length;
        }
        return records;
    }

    /// <summary>A message's fields: long for a varint, double and float for fixed ones, byte[] for text, bytes and messages.</summary>
    public static Dictionary<int, object> Fields(byte[] message)
    {
        var fields = new Dictionary<int, object>();
        using var reader = new BinaryReader(new MemoryStream(message));
        while (reader.BaseStream.Position < message.Length)
        {
            var tag = reader.Read7BitEncodedInt64();
            fields.Add((int)(tag >> 3), (tag & 7) switch
            {
                0 => reader.Read7BitEncodedInt64(),
                1 => reader.ReadDouble(),
                2 => reader.ReadBytes((int)reader.Read7BitEncodedInt64()),
                5 => reader.ReadSingle(),
                var other => throw new InvalidDataException($"wire type {other}"),
            });
        }
        return fields;
    }

    public static string Text(object field) => Encoding.UTF8.GetString((byte[])field);

    // One bit at a time, by the polynomial's definition.
    private static uint Masked(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
        }
        crc = ~crc;
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }
}
