using System.Buffers.Binary;
using System.Numerics;

namespace Diffusion.Storage;

/// <summary>The checksum of event files: Castagnoli's polynomial (RFC 3720, B.4), and the mask that TFRecord lays over it.</summary>
internal static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        foreach (var value in data)
            crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }

    // A checksum of data that hold checksums is weak; so a stored one is turned and shifted.
    public static uint Masked(ReadOnlySpan<byte> data) => BitOperations.RotateRight(Of(data), 15) + 0xA282EAD8;
}
