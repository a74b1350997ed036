using System.Buffers.Binary;
using System.IO.Hashing;

namespace Diffusion.Storage;

/// <summary>Makes sure that a PNG file is whole and its checksums are right: a decoder overlooks some, and draws other colours then.</summary>
internal static class PngChecksums
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Does nothing with another format's file.</summary>
    public static void Check(ReadOnlySpan<byte> file, string name)
    {
        if (!file.StartsWith(Signature)) return;
        for (var place = Signature.Length; ;)
        {
            var left = file.Length - place;
            if (left < 12)
                throw BadFile.Truncated(name, $"the chunk at byte {place}", 12, left);
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[place..]);
            if (length > left - 12)
                throw BadFile.Truncated(name, $"the chunk at byte {place}", 12L + length, left);
            var named = file.Slice(place + 4, 4 + (int)length);
            if (BinaryPrimitives.ReadUInt32BigEndian(file[(place + 8 + (int)length)..]) != Crc32.HashToUInt32(named))
                throw BadFile.Error(name, $"the checksum of the chunk at byte {place} is wrong", "The file is damaged; save the picture again");
            if (named.StartsWith("IEND"u8)) return;
            place += 12 + (int)length;
        }
    }
}
